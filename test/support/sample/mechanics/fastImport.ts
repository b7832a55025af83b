import { createInterface } from 'node:readline';
import { ended, startGit } from './git';

/** A commit as it is handed to `git fast-import`. */
export interface ImportCommit {
  readonly branch: string;
  /** `Name <e-mail>`; author and committer are the same. */
  readonly author: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly message: string;
  /** Marks of the parents, the first one first; none for the first commit. */
  readonly parents: readonly number[];
  /** New content by path; undefined deletes the file. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

const TIME_ZONE = '+0100';

/** Writes commits into a repository through one `git fast-import` process. */
export class FastImport {
  private readonly child;
  private readonly finished: Promise<void>;
  private readonly answers: AsyncIterator<string>;
  private marks = 0;

  constructor(dir: string) {
    this.child = startGit(dir, ['fast-import', '--quiet', '--date-format=raw']);
    this.finished = ended(this.child, 'git fast-import');
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** Writes a commit and returns its mark. */
  commit(commit: ImportCommit): number {
    const mark = (this.marks += 1);
    this.write(`commit refs/heads/${commit.branch}\nmark :${mark}\n`);
    this.write(`author ${commit.author} ${commit.time} ${TIME_ZONE}\n`);
    this.write(`committer ${commit.author} ${commit.time} ${TIME_ZONE}\n`);
    this.data(commit.message);
    commit.parents.forEach((parent, i) => this.write(`${i === 0 ? 'from' : 'merge'} :${parent}\n`));
    for (const [path, text] of commit.files) {
      if (text === undefined) {
        this.write(`D ${path}\n`);
      } else {
        this.write(`M 100644 inline ${path}\n`);
        this.data(text);
      }
    }
    this.write('\n');
    return mark;
  }

  /** The hash of a commit written before. */
  async hash(mark: number): Promise<string> {
    this.write(`get-mark :${mark}\n`);
    const answer = await Promise.race([this.answers.next(), this.finished]);
    if (!answer || answer.done) {
      throw new Error(`git fast-import ended before it named commit ${mark}`);
    }
    return answer.value.trim();
  }

  /** Lets a branch point to a commit, or removes it. */
  reset(branch: string, mark: number | undefined): void {
    const none = '0'.repeat(40);
    this.write(`reset refs/heads/${branch}\nfrom ${mark === undefined ? none : `:${mark}`}\n\n`);
  }

  /** Ends the import; everything is in the repository afterwards. */
  async end(): Promise<void> {
    this.child.stdin.end();
    await this.finished;
  }

  private data(text: string): void {
    this.write(`data ${Buffer.byteLength(text)}\n${text}\n`);
  }

  private write(text: string): void {
    this.child.stdin.write(text);
  }
}
