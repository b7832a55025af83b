import type { ObjectAnswer } from './catFileParser';
import { GitFailure, unreadableAnswer } from './gitFailure';
import { ObjectSource, readObjects, readPresent } from './objectSource';
import { parseTree, type TreeEntry } from './parseTree';
import { isPartialClone, wholeOrPart } from './partialClone';
import { isHash } from './refs';
import { resolveCommit } from './resolveCommit';
import type { GitProgram } from './spawnGit';

/** The files of some folders at one commit. */
export interface TreeFiles {
  /** Path from the top of the repository, with `/` → blob id. Regular files only. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders whose tree is not there (partial clone) or cannot be read. */
  readonly missing: readonly string[];
  /**
   * Symbolic links and submodules below the folders, at their place, or on the way to them: what is behind
   * them lies elsewhere.
   */
  readonly links: readonly string[];
}

/** `missing`: not in this (partial) clone, or no blob. */
export type BlobAnswer = Buffer | 'missing' | 'too-large';

/** A few small trees can name each other so often that their paths do not end. */
const MOST_FILES = 1_000_000;

type ReadIds = (ids: readonly string[]) => Promise<readonly ObjectAnswer[]>;

/**
 * The files below the folders at a revision (or at a path that is a file), by one process; by more in a partial clone
 * that lacks trees. Rejects when there is no such revision.
 */
export async function readTree(
  program: GitProgram,
  revision: string,
  folders: readonly string[],
  signal?: AbortSignal,
): Promise<TreeFiles> {
  const unknown = new GitFailure({ code: 'git-unknown-revision', args: [revision] });
  if (revision === '' || hasControls(revision)) throw unknown;
  const source = new ObjectSource(program, signal);
  const read = (names: readonly string[], part: ReadIds): ReturnType<ReadIds> =>
    wholeOrPart(
      program,
      signal,
      () => source.read(names),
      () => part(names),
    );
  try {
    const [root] = await read([`${revision}^{tree}`], () => Promise.resolve([]));
    const wanted = normalized(folders);
    if (root?.kind === 'object') {
      return await walk(ids => read(ids, some => readPresent(program, some, signal)), root, wanted);
    }
    if (!(await lacksTree(program, revision, signal))) throw unknown;
    return { files: new Map(), missing: wanted, links: [] };
  } finally {
    await source.close();
  }
}

/** The contents of blobs, by one process; by more in a partial clone that lacks some. Every id has an entry. */
export async function readBlobs(
  program: GitProgram,
  ids: Iterable<string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, BlobAnswer>> {
  const result = new Map<string, BlobAnswer>();
  for (const id of ids) result.set(id, 'missing');
  const wanted = [...result.keys()].filter(isHash);
  const answers = await readObjects(program, wanted, signal);
  for (const answer of answers) {
    if (answer.kind === 'too-large') result.set(answer.id, 'too-large');
    if (answer.kind === 'object' && answer.type === 'blob') result.set(answer.id, answer.data);
  }
  return result;
}

/** True when a partial clone has the commit of a revision, and not its tree. */
async function lacksTree(program: GitProgram, revision: string, signal?: AbortSignal): Promise<boolean> {
  return (
    (await isPartialClone(program, signal)) && (await resolveCommit(program, revision, signal)) !== undefined
  );
}

async function walk(
  read: ReadIds,
  root: { readonly id: string; readonly data: Buffer },
  folders: readonly string[],
): Promise<TreeFiles> {
  const files = new Map<string, string>();
  const missing: string[] = [];
  const links: string[] = [];
  const idBytes = root.id.length / 2;
  let open: { path: string; entries: readonly TreeEntry[] | undefined }[] = [
    { path: '', entries: parseTree(root.data, idBytes) },
  ];
  while (open.length > 0) {
    const below: { path: string; id: string }[] = [];
    for (const { path, entries } of open) {
      if (!entries) missing.push(path);
      for (const entry of entries ?? []) {
        const child = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.kind === 'file' && isBelow(child, folders)) files.set(child, entry.id);
        if (entry.kind === 'other' && isOnTheWay(child, folders)) links.push(child);
        if (entry.kind === 'folder' && isOnTheWay(child, folders)) below.push({ path: child, id: entry.id });
      }
      if (files.size + below.length > MOST_FILES) throw unreadableAnswer('cat-file', 'too many files');
    }
    open = await readLevel(read, below, idBytes);
  }
  return { files, missing, links };
}

async function readLevel(
  read: ReadIds,
  level: readonly { path: string; id: string }[],
  idBytes: number,
): Promise<{ path: string; entries: readonly TreeEntry[] | undefined }[]> {
  const ids = [...new Set(level.map(({ id }) => id))];
  const answers = await read(ids);
  const trees = new Map<string, readonly TreeEntry[] | undefined>();
  answers.forEach((answer, index) => {
    const isTree = answer.kind === 'object' && answer.type === 'tree';
    trees.set(ids[index] ?? '', isTree ? parseTree(answer.data, idBytes) : undefined);
  });
  return level.map(({ path, id }) => ({ path, entries: trees.get(id) }));
}

/** Folders as they stand in paths: no slash at the ends; '' is the whole repository. */
function normalized(folders: readonly string[]): readonly string[] {
  return folders.map(folder =>
    folder
      .split('/')
      .filter(part => part !== '' && part !== '.')
      .join('/'),
  );
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some(folder => folder === '' || path === folder || path.startsWith(`${folder}/`));
}

function isOnTheWay(path: string, folders: readonly string[]): boolean {
  return folders.some(folder => isBelow(path, [folder]) || folder.startsWith(`${path}/`));
}

function hasControls(text: string): boolean {
  return Array.from(text).some(char => char < ' ' || char === '\x7f');
}
