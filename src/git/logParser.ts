import type { Commit, FileChange } from '../core/evidence/graph/history';
import { unreadableAnswer } from './gitFailure';
import { isHash } from './refs';
import { LogStrings } from './logStrings';
import { NulSplitter } from './nulSplitter';
import { SAFE_DIFF_FLAGS } from './safeGit';

const HEADERS_ARGS: readonly string[] = [
  '-z',
  '--encoding=UTF-8',
  '--format=%H%x00%P%x00%aN%x00%aE%x00%at%x00%ct%x00%B%x00',
];

/** Arguments whose output {@link LogParser} reads. Revisions follow, or come through `--stdin`. */
export const LOG_ARGS: readonly string[] = [
  'log',
  ...HEADERS_ARGS,
  '--raw',
  '--no-abbrev',
  '--diff-merges=first-parent',
  ...SAFE_DIFF_FLAGS,
];

/** Arguments like {@link LOG_ARGS}, but without the changed files, for a clone that lacks the trees. */
export const LOG_ARGS_WITHOUT_FILES: readonly string[] = ['log', ...HEADERS_ARGS, '--no-patch', '--no-color'];

/** What the next piece of the output is. Between commits: a hash, the diff of the last commit, or padding. */
enum Next {
  between,
  parents,
  author,
  email,
  authorTime,
  commitTime,
  message,
  path,
}

type Draft = { -readonly [K in keyof Commit]: Commit[K] } & { files: FileChange[] };

const COLON = 0x3a;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const NO_FILES: FileChange[] = [];
/** `:100644 100644 ` stands before the object names in a line of `--raw`. */
const MODES = 15;

/**
 * Turns the bytes of `git log` into commits while they come, in pieces of any size. Invalid UTF-8 becomes
 * U+FFFD. `push` and `end` throw a {@link GitFailure} on anything that git does not print.
 */
export class LogParser {
  private readonly splitter = new NulSplitter('log', (bytes, start, end) => this.piece(bytes, start, end));
  private readonly strings = new LogStrings();
  private next = Next.between;
  private draft: Draft | undefined;
  private status = '';
  private before = '';
  private after = '';

  constructor(private readonly onCommit: (commit: Commit) => void) {}

  push(chunk: Buffer): void {
    this.splitter.push(chunk);
  }

  /** To be called after the last byte. */
  end(): void {
    this.splitter.end();
    if (this.next !== Next.between) throw unreadableAnswer('log', 'incomplete output');
    this.finishCommit();
  }

  private piece(bytes: Buffer, start: number, end: number): void {
    const { draft } = this;
    if (this.next === Next.between || !draft) return this.between(bytes, start, end);
    switch (this.next) {
      case Next.parents:
        draft.parents = this.parents(bytes.toString('latin1', start, end));
        break;
      case Next.author:
        draft.author = this.strings.person(bytes.toString('utf8', start, end));
        break;
      case Next.email:
        draft.email = this.strings.person(bytes.toString('utf8', start, end));
        break;
      case Next.authorTime:
        draft.authorTime = timeOf(bytes.toString('latin1', start, end));
        break;
      case Next.commitTime:
        draft.commitTime = timeOf(bytes.toString('latin1', start, end));
        break;
      case Next.message:
        draft.message = bytes.toString('utf8', start, endOfText(bytes, start, end));
        this.next = Next.between;
        return;
      case Next.path:
        this.path(draft, bytes.toString('utf8', start, end));
        this.next = Next.between;
        return;
    }
    this.next++;
  }

  private between(bytes: Buffer, start: number, end: number): void {
    const first = bytes[start] === NEWLINE ? start + 1 : start;
    if (first >= end) return;
    if (bytes[first] === COLON) return this.rawChange(bytes, first, end);
    const hash = bytes.toString('latin1', first, end);
    if (!isHash(hash)) throw unreadableAnswer('log', 'unexpected output');
    this.finishCommit();
    this.draft = {
      hash: this.strings.commit(hash),
      parents: [],
      author: '',
      email: '',
      authorTime: 0,
      commitTime: 0,
      message: '',
      files: NO_FILES,
    };
    this.next = Next.parents;
  }

  private rawChange(bytes: Buffer, start: number, end: number): void {
    const size = this.draft?.hash.length ?? 0;
    const before = start + MODES;
    const after = before + size + 1;
    const status = after + size + 1;
    if (size === 0 || status >= end || bytes[after - 1] !== SPACE || bytes[status - 1] !== SPACE) {
      throw unreadableAnswer('log', 'unexpected output');
    }
    // Read one by one: parts cut from one text would each keep the whole text in memory.
    this.before = bytes.toString('latin1', before, after - 1);
    this.after = bytes.toString('latin1', after, status - 1);
    this.status = bytes.toString('latin1', status, status + 1);
    this.next = Next.path;
  }

  private path(draft: Draft, path: string): void {
    if (draft.files === NO_FILES) draft.files = [];
    draft.files.push(this.strings.change(path, this.status, this.before, this.after));
  }

  private parents(text: string): readonly string[] {
    if (text === '') return [];
    const parents = text.split(' ');
    if (!parents.every(isHash)) throw unreadableAnswer('log', 'unexpected output');
    return parents.map(parent => this.strings.parent(parent));
  }

  private finishCommit(): void {
    const { draft } = this;
    if (!draft) return;
    // A list that grew has room for many more; as many lists as there are commits had better not.
    if (draft.files.length > 0) draft.files = draft.files.slice();
    this.onCommit(draft);
    this.draft = undefined;
  }
}

function timeOf(text: string): number {
  return Number(text) || 0;
}

function endOfText(bytes: Buffer, start: number, end: number): number {
  let last = end;
  while (last > start && bytes[last - 1] === NEWLINE) last--;
  return last;
}
