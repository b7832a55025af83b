import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Unfinished } from '../core/snapshot';
import type { BranchHost, BranchWriter, Call, Ran } from './branchWriter';
import { GitFailure } from './gitFailure';
import { readGitFile, type Location } from './location';
import { collectGit, runGit, type GitProgram } from './spawnGit';

/** A file that differs from HEAD, by its path from the top of the repository. */
export interface ChangedFile {
  readonly path: string;
  readonly state: 'new' | 'changed' | 'deleted';
  /** Some of its change is staged, and the rest is not. */
  readonly partlyStaged: boolean;
  /** Git does not know it yet. */
  readonly untracked: boolean;
}

/** What became of a commit: its hash, or what was in its way. */
export type Committed =
  /** `output`: what hooks have said. */
  | { readonly kind: 'committed'; readonly hash: string; readonly output: string }
  /** A hook or the signing refused it, or git failed. Nothing has been committed. */
  | { readonly kind: 'refused'; readonly output: string }
  | { readonly kind: 'unfinished'; readonly what: Unfinished }
  /** The commit where the branch would begin says the same already. */
  | { readonly kind: 'same' }
  /** These files differ there at the places that were changed. */
  | { readonly kind: 'conflict'; readonly paths: readonly string[] };

/**
 * Writes to one repository, each time because the user has asked for it. Rejects with a `GitFailure` where git cannot
 * even be asked.
 */
export interface GitWriter {
  /** How branches are made and checked out, which is loaded at its first use. */
  branches(): Promise<BranchWriter>;
  /** What has to be finished before anything else can be checked out. */
  unfinished(): Promise<Unfinished | undefined>;
  /** Which of the files differ from HEAD, and what would be in the way of a commit. */
  changes(
    paths: readonly string[],
    signal?: AbortSignal,
  ): Promise<{
    readonly files: readonly ChangedFile[];
    readonly unfinished?: Unfinished;
  }>;
  /**
   * Commits HEAD with these files as they are on disk. What else is staged stays staged, and is not in the commit.
   * Hooks and signing run as for any commit.
   */
  commit(paths: readonly string[], message: string, signal?: AbortSignal): Promise<Committed>;
  /**
   * Commits the changes of these files on a new branch that begins at another commit, by a three-way merge. Checkout,
   * index and files stay as they are. No hooks run.
   * @param base full hash of the commit where the branch begins
   */
  commitOnBranch(
    paths: readonly string[],
    message: string,
    target: { readonly branch: string; readonly base: string },
    signal?: AbortSignal,
  ): Promise<Committed>;
}

/** Files that git keeps while something is unfinished, by what it is. */
const STATES: readonly (readonly [path: string, what: Unfinished])[] = [
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['rebase-merge/head-name', 'rebase'],
  ['rebase-apply/head-name', 'rebase'],
  ['rebase-apply/next', 'am'],
];

/** No list of changes is longer, and what a hook prints beyond it is not shown. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_OUTPUT = 32 * 1024;
const MOST_STATE = 64 * 1024;

/**
 * @param program `cwd` is the top of the working tree
 * @param host finds out who else can switch branches there
 */
export function gitWriter(
  program: GitProgram,
  { gitDir }: Location,
  host?: () => BranchHost | undefined,
): GitWriter {
  const run = async (args: readonly string[], { input, env = {}, signal }: Call = {}): Promise<Ran> => {
    let [out, said] = ['', ''];
    const onMessage = (text: string): void => void (said.length < MOST_OUTPUT && (said += text));
    const onData = (chunk: Buffer): void => void (out.length < MOST_BYTES && (out += chunk.toString()));
    try {
      const asUser = { env, onMessage };
      await runGit(program, args, { input, signal, onData, asUser });
      return { ok: true, out, said };
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof GitFailure) || error.reason.code === 'git-missing') throw error;
      if (error.reason.code !== 'git-failed') throw error;
      return { ok: false, out, said };
    }
  };
  const must = async (args: readonly string[], call?: Call): Promise<string> => {
    const { ok, out, said } = await run(args, call);
    if (!ok) throw new GitFailure({ code: 'git-failed', args: [args[0] ?? '', firstLine(said)] });
    return out;
  };
  /** The names go in as input, since there may be more than a command line holds; they are no patterns. */
  const onPaths = (paths: readonly string[], signal?: AbortSignal): Call => ({
    input: paths.map(path => `:(top,literal)${path}\0`).join(''),
    signal,
  });
  const FROM_INPUT = ['--pathspec-from-file=-', '--pathspec-file-nul'];

  const unfinished = async (): Promise<Unfinished | undefined> => {
    for (const [path, what] of STATES) {
      if ((await readGitFile(gitDir, path, MOST_STATE)) !== undefined) return what;
    }
    return undefined;
  };

  const changes: GitWriter['changes'] = async (paths, signal) => {
    const wanted = new Set(paths);
    const out = await must(['status', '--porcelain=v2', '-z', '--no-renames', '--untracked-files=all'], {
      signal,
    });
    const entries = parseStatus(out).filter(({ path }) => wanted.has(path));
    const state = entries.some(entry => entry.unmerged) ? 'unmerged' : await unfinished();
    const files = entries.filter(entry => !entry.unmerged);
    return { files, ...(state && { unfinished: state }) };
  };

  const commit: GitWriter['commit'] = async (paths, message, signal) => {
    const { files, unfinished: what } = await changes(paths, signal);
    if (what) return { kind: 'unfinished', what };
    const wanted = files.map(({ path }) => path);
    const untracked = files.filter(file => file.untracked).map(({ path }) => path);
    // Git commits only what it knows by name.
    if (untracked.length > 0)
      await must(['add', '--intent-to-add', ...FROM_INPUT], onPaths(untracked, signal));
    const forget = async (): Promise<void> => {
      if (untracked.length > 0) await run(['reset', '--quiet', ...FROM_INPUT], onPaths(untracked));
    };
    const done = await run(
      ['commit', '--only', '--message', message, ...FROM_INPUT],
      onPaths(wanted, signal),
    ).catch(async (error: unknown) => {
      await forget();
      throw error;
    });
    if (done.ok) {
      const hash = (await must(['rev-parse', 'HEAD'], { signal })).trim();
      return { kind: 'committed', hash, output: done.said.trim() };
    }
    await forget();
    return { kind: 'refused', output: `${done.said}${done.out}`.trim() };
  };

  const commitOnBranch: GitWriter['commitOnBranch'] = async (paths, message, { branch, base }, signal) => {
    const { files, unfinished: what } = await changes(paths, signal);
    // Until then the files hold what is being merged, too.
    if (what) return { kind: 'unfinished', what };
    const folder = await mkdtemp(join(tmpdir(), 'milepost-commit-'));
    try {
      const index = { env: { GIT_INDEX_FILE: join(folder, 'index') }, signal };
      await must(['read-tree', base], index);
      const conflicts: string[] = [];
      const lines: string[] = [];
      for (const file of files) {
        const merged = await mergeFile(file, base, folder, signal);
        if (merged === 'conflict') conflicts.push(file.path);
        else lines.push(merged);
      }
      if (conflicts.length > 0) return { kind: 'conflict', paths: conflicts };
      await must(['update-index', '-z', '--index-info'], { ...index, input: lines.join('') });
      const tree = (await must(['write-tree'], index)).trim();
      if (tree === (await must(['rev-parse', `${base}^{tree}`], { signal })).trim()) return { kind: 'same' };
      const sign = (await run(['config', '--type=bool', 'commit.gpgSign'], { signal })).out.trim() === 'true';
      const made = await run(['commit-tree', tree, '-p', base, '-m', message, ...(sign ? ['-S'] : [])], {
        signal,
      });
      if (!made.ok) return { kind: 'refused', output: made.said.trim() };
      const hash = made.out.trim();
      // An empty old value: never over a branch that is there by now.
      const moved = await run(
        ['update-ref', '-m', 'milepost: plan changes', `refs/heads/${branch}`, hash, ''],
        { signal },
      );
      return moved.ok
        ? { kind: 'committed', hash, output: '' }
        : { kind: 'refused', output: moved.said.trim() };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  /** The line of an index for a file with its change applied at `base`. */
  const mergeFile = async (
    { path, state }: ChangedFile,
    base: string,
    folder: string,
    signal?: AbortSignal,
  ): Promise<string> => {
    const [before, there] = [await entryOf('HEAD', path, signal), await entryOf(base, path, signal)];
    if (state === 'deleted') {
      return there === undefined || there.id === before?.id ? removal(path, there?.id ?? '') : 'conflict';
    }
    const own = await must(['hash-object', '-w', `--path=${path}`, '--', join(program.cwd, path)], {
      signal,
    });
    const id = own.trim();
    const mode = there?.mode ?? before?.mode ?? '100644';
    if (there?.id === before?.id || there?.id === id) return entry(mode, id, path);
    if (!there || !before) return 'conflict';
    const names: string[] = [];
    for (const blob of [there.id, before.id, id]) {
      const name = join(folder, randomUUID());
      names.push(name);
      await writeFile(
        name,
        await collectGit(program, ['cat-file', 'blob', blob], { signal, mostBytes: MOST_BYTES }),
      );
    }
    const merged = await run(['merge-file', '--quiet', ...names], { signal });
    if (!merged.ok) return 'conflict';
    const stored = await must(['hash-object', '-w', '--no-filters', '--', names[0] ?? ''], { signal });
    return entry(mode, stored.trim(), path);
  };

  const entryOf = async (
    revision: string,
    path: string,
    signal?: AbortSignal,
  ): Promise<{ readonly mode: string; readonly id: string } | undefined> => {
    const line = await must(['ls-tree', '-z', '--full-tree', revision, '--', `:(top,literal)${path}`], {
      signal,
    });
    const [, mode, id] = /^(\d+) blob ([0-9a-f]+)\t/.exec(line) ?? [];
    return mode && id ? { mode, id } : undefined;
  };

  const branches: GitWriter['branches'] = async () =>
    (await import('./branchWriter')).branchWriter(run, host?.());

  return { changes, commit, commitOnBranch, unfinished, branches };
}

const entry = (mode: string, id: string, path: string): string => `${mode} ${id}\t${path}\0`;
const removal = (path: string, id: string): string => `0 ${'0'.repeat(id.length || 40)}\t${path}\0`;

/** What `status --porcelain=v2 -z` lists, without renames. */
function parseStatus(out: string): readonly StatusEntry[] {
  return out.split('\0').flatMap((line): StatusEntry[] => {
    const [kind = '', xy = ''] = line.split(' ', 2);
    if (kind === '?') {
      const path = line.slice(2);
      return [{ path, state: 'new', partlyStaged: false, unmerged: false, untracked: true }];
    }
    if (kind !== '1' && kind !== 'u') return [];
    const [staged = '.', unstaged = '.'] = xy;
    const path = line
      .split(' ')
      .slice(kind === 'u' ? 10 : 8)
      .join(' ');
    const isDeleted = unstaged === 'D' || (staged === 'D' && unstaged === '.');
    const isNew = staged === 'A' || unstaged === 'A';
    const state = isDeleted ? 'deleted' : isNew ? 'new' : 'changed';
    const partlyStaged = staged !== '.' && unstaged !== '.';
    return [{ path, state, partlyStaged, unmerged: kind === 'u', untracked: false }];
  });
}

type StatusEntry = ChangedFile & { readonly unmerged: boolean };

function firstLine(text: string): string {
  return text.trimStart().split('\n')[0]?.slice(0, 300) ?? '';
}
