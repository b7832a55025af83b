import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The configuration of the machine's user must not change what a test sees. */
const ISOLATED = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

const SETTINGS = `
[user]
	name = Ana
	email = ana@example.org
[commit]
	gpgSign = false
[core]
	autocrlf = false
	fsync = none
[gc]
	auto = 0
`;

const FIRST_COMMIT = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;

export interface CommitContent {
  readonly message: string;
  /** Path → new text or bytes; null deletes. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** `Name <mail>`. */
  readonly author?: string;
  /** Author and commit time; by default an hour after the commit before. */
  readonly date?: Date;
  /** Put as last lines: `Task: APP-1`. */
  readonly trailer?: string;
}

/** A real repository in a temporary folder, made with plain git. Dates, and so hashes, are always the same. */
export class GitRepo {
  private constructor(
    readonly dir: string,
    private readonly base: string,
    private readonly clock: { time: number },
  ) {}

  /** A new repository on branch `main` with no commit yet. Call {@link dispose} at the end. */
  static create(name = 'repo'): GitRepo {
    const base = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-git-')));
    const repo = new GitRepo(join(base, name), base, { time: FIRST_COMMIT });
    mkdirSync(repo.dir);
    repo.git('init', '-q', '-b', 'main');
    return repo.configure();
  }

  /** A clone of this repository beside it, in the same temporary folder: `clone('copy', '--depth=2')`. */
  clone(name: string, ...options: string[]): GitRepo {
    this.git('clone', '-q', ...options, `file://${this.dir}`, join(this.base, name));
    return this.sibling(name).configure();
  }

  /** A second working tree of this repository. */
  worktree(name: string, branch: string): GitRepo {
    this.git('worktree', 'add', '-q', join(this.base, name), branch);
    return this.sibling(name);
  }

  /** Runs plain git here and gives its trimmed output. Throws when it fails. */
  git(...args: string[]): string {
    return this.gitWith({}, ...args);
  }

  /** As {@link git}, with more environment. */
  gitWith(environment: Readonly<Record<string, string>>, ...args: string[]): string {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
    const env = { ...Object.fromEntries(inherited), ...ISOLATED, ...this.dates(), ...environment };
    return execFileSync('git', args, { cwd: this.dir, env, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
  }

  /** Writes a file in the working tree without committing it. */
  write(path: string, content: string | Uint8Array): this {
    const file = join(this.dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return this;
  }

  /** Commits the given files (or nothing) and gives the hash. */
  commit(content: CommitContent | string): string {
    const { message, files = {}, author, date, trailer } = toContent(content);
    for (const [path, text] of Object.entries(files)) {
      if (text === null) rmSync(join(this.dir, path));
      else this.write(path, text);
    }
    if (Object.keys(files).length > 0) this.git('add', '-A', '--', ...Object.keys(files));
    this.clock.time = date?.getTime() ?? this.clock.time + HOUR;
    const text = trailer === undefined ? message : `${message}\n\n${trailer}`;
    const options = ['--allow-empty', '--allow-empty-message', '--cleanup=verbatim', '-q', '-m', text];
    this.git('commit', ...options, ...(author === undefined ? [] : [`--author=${author}`]));
    return this.head();
  }

  /** Starts a branch, here or at another revision, and checks it out. */
  branch(name: string, from = 'HEAD'): this {
    this.git('checkout', '-q', '-b', name, from);
    return this;
  }

  checkout(revision: string): this {
    this.git('checkout', '-q', revision);
    return this;
  }

  /** Merges with a merge commit and gives its hash. */
  merge(branch: string, message = `Merge branch '${branch}'`): string {
    this.tick();
    this.git('merge', '-q', '--no-ff', '-m', message, branch);
    return this.head();
  }

  /** Puts the work of a branch on the current one as one commit and gives its hash. */
  squash(branch: string, message: string): string {
    this.git('merge', '-q', '--squash', branch);
    return this.commit(message);
  }

  rebase(onto: string): this {
    this.tick();
    this.git('rebase', '-q', onto);
    return this;
  }

  tag(name: string): this {
    this.git('tag', name);
    return this;
  }

  /** Full hash of a revision. */
  head(revision = 'HEAD'): string {
    return this.git('rev-parse', revision);
  }

  /** Removes the temporary folder with all clones and working trees. */
  dispose(): void {
    rmSync(this.base, { recursive: true, force: true });
  }

  private configure(): this {
    appendFileSync(join(this.dir, '.git/config'), SETTINGS);
    return this;
  }

  private sibling(name: string): GitRepo {
    return new GitRepo(join(this.base, name), this.base, this.clock);
  }

  private tick(): void {
    this.clock.time += HOUR;
  }

  private dates(): Record<string, string> {
    const date = `${Math.floor(this.clock.time / 1000)} +0000`;
    return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  }
}

function toContent(content: CommitContent | string): CommitContent {
  return typeof content === 'string' ? { message: content } : content;
}
