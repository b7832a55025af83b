import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { blobId, writeObject, writeTrees } from './objects';
import { indexBytes, inOrder, outdated, readIndex, statBytes, writtenAt, type IndexEntry } from './indexFile';

/** Who has written and who commits, and when, as a commit says it: `Ana <ana@example.org> 1767603600 +0000`. */
export interface Signed {
  readonly author: string;
  readonly committer: string;
}

/** Something under way, or rules for files: what git does then is left to git. */
const NOT_PLAIN = [
  'MERGE_HEAD',
  'MERGE_MSG',
  'SQUASH_MSG',
  'CHERRY_PICK_HEAD',
  'REVERT_HEAD',
  'rebase-merge',
  'rebase-apply',
  'sequencer',
  'index.lock',
  'hooks',
  'info/attributes',
];
const RULES = /(?:^|\/)\.git(?:attributes|ignore)$/;
/** Names that are spelled differently somewhere, or that lead elsewhere. */
const ODD = /[\\\ufffd]|\/\/|(?:^|\/)\.\.?(?:\/|$)/;
const FILE = 0o100644;
const PROGRAM = 0o100755;
const GITLINK = 0o160000;
const NONE = '0'.repeat(40);

const isKnown = (mode: number): boolean => mode === FILE || mode === PROGRAM || mode === GITLINK;

/**
 * What git does in the plain cases that tests consist of, without a process: starting git takes most of the time of a
 * test that needs a repository. Every function gives undefined, and has done nothing, where the case is not plain.
 */
export class PlainGit {
  private readonly gitDir: string;

  /** @param config the text of `.git/config` for which this holds */
  constructor(
    private readonly dir: string,
    private readonly config: string,
  ) {
    this.gitDir = join(dir, '.git');
  }

  /** The commit that is checked out. */
  head(): string | undefined {
    const head = this.read('HEAD')?.trimEnd();
    const ref = head === undefined ? undefined : /^ref: (refs\/heads\/[\w./-]+)$/.exec(head)?.[1];
    const hash = ref === undefined ? head : this.read(ref)?.trimEnd();
    return hash !== undefined && /^[0-9a-f]{40}$/.test(hash) ? hash : undefined;
  }

  /**
   * Commits what is in the index and the given files, and gives the hash.
   * @param paths files that were written or deleted
   */
  commit(paths: readonly string[], message: string, { author, committer }: Signed): string | undefined {
    const ref = this.plainBranch();
    const parent = this.head();
    const known = this.entries();
    if (ref === undefined || !known) return undefined;
    const isFirst = this.isFree(ref) && known.length === 0;
    if (parent === undefined && !isFirst) return undefined;
    const entries = this.withFiles(known, paths);
    if (!entries) return undefined;
    const tree = writeTrees(this.gitDir, entries);
    const lines = [
      `tree ${tree}`,
      ...(parent === undefined ? [] : [`parent ${parent}`]),
      `author ${author}`,
      `committer ${committer}`,
    ];
    const text = message === '' || message.endsWith('\n') ? message : `${message}\n`;
    const hash = writeObject(this.gitDir, 'commit', Buffer.from(`${lines.join('\n')}\n\n${text}`));
    this.replace('index', indexBytes(entries));
    this.replace(ref, `${hash}\n`);
    const [subject = ''] = text.split('\n');
    const deed = `commit${parent === undefined ? ' (initial)' : ''}: ${subject}`;
    for (const log of ['HEAD', ref]) this.log(log, [parent ?? NONE, hash, committer], deed);
    return hash;
  }

  /** Starts a branch here and checks it out. True when it is done. */
  branch(name: string, { committer }: Pick<Signed, 'committer'>): true | undefined {
    const from = this.plainBranch();
    const hash = this.head();
    const ref = `refs/heads/${name}`;
    const isPlain = /^[\w-]+(?:[./][\w-]+)*$/.test(name) && !name.startsWith('-') && name !== 'HEAD';
    if (from === undefined || hash === undefined || !isPlain || !this.isFree(ref)) return undefined;
    this.replace(ref, `${hash}\n`);
    this.replace('HEAD', `ref: ${ref}\n`);
    this.log(ref, [NONE, hash, committer], 'branch: Created from HEAD');
    const short = from.slice('refs/heads/'.length);
    this.log('HEAD', [hash, hash, committer], `checkout: moving from ${short} to ${name}`);
    return true;
  }

  /** The branch that is checked out, where nothing but plain files is about. */
  private plainBranch(): string | undefined {
    const isPlain =
      this.read('config') === this.config && !NOT_PLAIN.some(name => existsSync(join(this.gitDir, name)));
    return isPlain ? /^ref: (refs\/heads\/[\w./-]+)\n$/.exec(this.read('HEAD') ?? '')?.[1] : undefined;
  }

  /** No branch has this name, and none would be in the way. */
  private isFree(ref: string): boolean {
    const parents = ref.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));
    const isTaken = parents.some(
      (path, at) => at > 1 && lstatSync(join(this.gitDir, path), { throwIfNoEntry: false })?.isFile(),
    );
    const isFolder = existsSync(join(this.gitDir, ref));
    return !isTaken && !isFolder && this.read('packed-refs') === undefined;
  }

  /** The index, as git would write it again. */
  private entries(): readonly IndexEntry[] | undefined {
    const file = join(this.gitDir, 'index');
    if (!existsSync(file)) return this.head() === undefined ? [] : undefined;
    const entries = readIndex(readFileSync(file));
    if (!entries?.every(({ path, mode }) => isKnown(mode) && !RULES.test(path))) return undefined;
    // What was written in the second in which the index was may have changed without looking so.
    const indexed = Math.floor(lstatSync(file).mtimeMs / 1000);
    return entries.map(entry =>
      writtenAt(entry) < indexed || this.isAsIndexed(entry) ? entry : outdated(entry),
    );
  }

  private isAsIndexed({ path, id, mode }: IndexEntry): boolean {
    const file = join(this.dir, path);
    const stat = lstatSync(file, { throwIfNoEntry: false });
    return mode === GITLINK || (stat?.isFile() === true && blobId(readFileSync(file)) === id);
  }

  /** The index with files as they are now; undefined when one is no plain file, or in the way of another. */
  private withFiles(
    known: readonly IndexEntry[],
    paths: readonly string[],
  ): readonly IndexEntry[] | undefined {
    const entries = new Map(known.map(entry => [entry.path, entry]));
    const files = paths.map(path => {
      const stat = lstatSync(join(this.dir, path), { bigint: true, throwIfNoEntry: false });
      const isInWay = known.some(one => one.path.startsWith(`${path}/`) || path.startsWith(`${one.path}/`));
      const isFile = stat === undefined ? entries.has(path) : stat.isFile();
      return { path, stat, isPlain: isFile && !isInWay && !RULES.test(path) && ODD.exec(path) === null };
    });
    if (!files.every(({ isPlain }) => isPlain)) return undefined;
    for (const { path, stat } of files) {
      if (stat === undefined) {
        entries.delete(path);
        continue;
      }
      const mode = (Number(stat.mode) & 0o100) === 0 ? FILE : PROGRAM;
      const id = writeObject(this.gitDir, 'blob', readFileSync(join(this.dir, path)));
      entries.set(path, { path, mode, id, stat: statBytes(stat, mode) });
    }
    return inOrder([...entries.values()]);
  }

  /** By renaming: whoever reads meanwhile sees the old or the new. */
  private replace(name: string, content: string | Uint8Array): void {
    const file = join(this.gitDir, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.lock`, content);
    renameSync(`${file}.lock`, file);
  }

  private log(ref: string, [old, now, by]: readonly [string, string, string], deed: string): void {
    const file = join(this.gitDir, 'logs', ref);
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${old} ${now} ${by}\t${deed.replace(/\s+/g, ' ').trim()}\n`);
  }

  private read(name: string): string | undefined {
    try {
      return readFileSync(join(this.gitDir, name), 'utf8');
    } catch {
      return undefined;
    }
  }
}
