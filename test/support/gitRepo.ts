import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PlainGit, type Signed } from './plainGit/plainGit';

/** The configuration of the machine's user must not change what a test sees; nor do sample hooks add to it. */
const ISOLATED = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TEMPLATE_DIR: '',
};

const COMMITTER = 'Ana <ana@example.org>';

/** Without `maintenance`, git would start another git after every commit. */
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
[maintenance]
	auto = false
`;

/** Names that git takes as they are. */
const PLAIN_AUTHOR = /^[\p{L}\d]+(?: [\p{L}\d]+)* <[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)*>$/u;

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

/** What `git init` makes, in files; it is the same each time. */
let fresh: string | undefined;

/**
 * A real repository in a temporary folder, made with plain git, or as git makes it. Dates, and so hashes, are always
 * the same.
 */
export class GitRepo {
  private plain: PlainGit | undefined;

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
    fresh ??= repo.initialised();
    cpSync(fresh, join(repo.dir, '.git'), { recursive: true });
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

  /** As {@link git}, with a text that git reads. */
  gitReading(input: string, ...args: string[]): string {
    return this.run(args, {}, input);
  }

  /** As {@link git}, with more environment. */
  gitWith(environment: Readonly<Record<string, string>>, ...args: string[]): string {
    return this.run(args, environment);
  }

  private run(args: string[], environment: Readonly<Record<string, string>>, input?: string): string {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
    const env = { ...Object.fromEntries(inherited), ...ISOLATED, ...this.dates(), ...environment };
    const options = { cwd: this.dir, env, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', args, input === undefined ? options : { ...options, input }).trimEnd();
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
    this.clock.time = date?.getTime() ?? this.clock.time + HOUR;
    const text = trailer === undefined ? message : `${message}\n\n${trailer}`;
    const signed = this.signed(author);
    const made = signed && this.plain?.commit(Object.keys(files), text, signed);
    if (made !== undefined) return made;
    if (Object.keys(files).length > 0) this.git('add', '-A', '--', ...Object.keys(files));
    const options = ['--allow-empty', '--allow-empty-message', '--cleanup=verbatim', '-q', '-m', text];
    this.git('commit', ...options, ...(author === undefined ? [] : [`--author=${author}`]));
    return this.head();
  }

  /** Starts a branch, here or at another revision, and checks it out. */
  branch(name: string, from = 'HEAD'): this {
    const signed = this.signed();
    const isMade = from === 'HEAD' && signed && this.plain?.branch(name, signed);
    if (!isMade) this.git('checkout', '-q', '-b', name, from);
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
    const plain = revision === 'HEAD' ? this.plain?.head() : undefined;
    return plain ?? this.git('rev-parse', revision);
  }

  /** Removes the temporary folder with all clones and working trees. */
  dispose(): void {
    rmSync(this.base, { recursive: true, force: true });
  }

  private configure(): this {
    const config = join(this.dir, '.git/config');
    appendFileSync(config, SETTINGS);
    this.plain = new PlainGit(this.dir, readFileSync(config, 'utf8'));
    return this;
  }

  private initialised(): string {
    const folder = mkdtempSync(join(tmpdir(), 'milepost-git-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    this.git('init', '-q', '-b', 'main', folder);
    mkdirSync(join(folder, '.git/info'));
    return join(folder, '.git');
  }

  private sibling(name: string): GitRepo {
    return new GitRepo(join(this.base, name), this.base, this.clock);
  }

  private tick(): void {
    this.clock.time += HOUR;
  }

  /** Undefined for what git would write otherwise. */
  private signed(author = COMMITTER): Signed | undefined {
    const date = this.date();
    const isPlain = PLAIN_AUTHOR.test(author) && /^\d{9,11} /.test(date);
    return isPlain ? { author: `${author} ${date}`, committer: `${COMMITTER} ${date}` } : undefined;
  }

  private dates(): Record<string, string> {
    return { GIT_AUTHOR_DATE: this.date(), GIT_COMMITTER_DATE: this.date() };
  }

  private date(): string {
    return `${Math.floor(this.clock.time / 1000)} +0000`;
  }
}

function toContent(content: CommitContent | string): CommitContent {
  return typeof content === 'string' ? { message: content } : content;
}
