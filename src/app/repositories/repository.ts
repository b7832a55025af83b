import { isDeepStrictEqual } from 'node:util';
import type { History } from '../../core/evidence/graph/history';
import type { Message } from '../../core/base/message';
import type { HandLink, Plan } from '../../core/plan/model';
import type { GitMessages } from '../../core/snapshot';
import { isGitFailure } from '../../git/gitFailure';
import type { GitReader } from '../../git/gitReader';
import type { Location } from '../../git/location';
import { GoneCommits } from './goneCommits';
import type { HistoryCache, Remembered } from '../cache/historyCache';
import { readLineChanges, type LineChanges } from './lineChanges';

/** One git repository that holds plans: its history as last read, or why it could not be read. */
export class Repository {
  history: History | undefined;
  problem: Message<GitMessages> | undefined;
  /** The history as git gave it, without line changes. */
  private asRead: History | undefined;
  /** The files whose lines `history.lineChanges` is about. */
  private lineFiles: readonly string[] = [];
  /** What an earlier run knew, until something has been read. */
  private remembered: Promise<Remembered | undefined> | undefined;
  private rememberedLines: Remembered['lines'] | undefined;
  /** What was found out beside what git reads. */
  private found: Pick<History, 'gone' | 'squashed'> = {};
  private readonly goneCommits: GoneCommits;
  /** The last search for gone commits. */
  private lookedIn: History['commits'] | undefined;
  private lookedFor = '';

  /** Absolute path of the top of the working tree. */
  readonly top: string;
  readonly gitDir: string;
  readonly commonDir: string;

  constructor(
    location: Location,
    readonly git: GitReader,
    private readonly cache?: HistoryCache,
  ) {
    ({ top: this.top, gitDir: this.gitDir, commonDir: this.commonDir } = location);
    this.goneCommits = new GoneCommits(git);
  }

  /**
   * Reads what has changed since the last time. A failure keeps the last good history and is shown.
   * @param sibling another working tree of the same repository that has just been read
   * @returns whether anything is different now
   */
  async read(
    placed: readonly { readonly plan: Plan; readonly prefix: string }[],
    signal: AbortSignal,
    sibling?: Repository,
  ): Promise<boolean> {
    const [history, problem] = [this.history, this.problem];
    const plans = placed.map(({ plan }) => plan);
    try {
      const stored = this.asRead || sibling?.asRead ? undefined : await this.remember();
      const read = await this.git.readHistory({
        known: this.asRead,
        stored,
        sibling: sibling?.asRead,
        branchAgeDays: Math.max(...plans.map(plan => plan.settings.rules.branchAge)),
        defaultBranch: plans.map(plan => plan.settings.branch).find(branch => branch !== undefined),
        signal,
      });
      this.history = await this.withLines(read, placed, signal);
      this.problem = problemOf(this.history);
    } catch (error) {
      this.problem = reasonOf(error);
    }
    return this.history !== history || JSON.stringify(this.problem) !== JSON.stringify(problem);
  }

  /** The history with what its commits changed in the lines of inline tasks. */
  private async withLines(
    read: History,
    placed: readonly { readonly plan: Plan; readonly prefix: string }[],
    signal: AbortSignal,
  ): Promise<History> {
    const paths = placed.flatMap(({ plan, prefix }) =>
      plan.tasks.filter(({ inline }) => inline).map(({ file }) => prefix + file),
    );
    const files = [...new Set(paths)].sort();
    const same =
      files.length === this.lineFiles.length && files.every((file, i) => file === this.lineFiles[i]);
    if (this.history && read === this.asRead && same) {
      return this.history;
    }
    const known = same ? this.history?.lineChanges : this.linesBefore(files);
    this.lineFiles = files;
    this.asRead = read;
    const lineChanges = await readLineChanges(this.git, read, new Set(files), known ?? new Map(), signal);
    return { ...read, ...this.found, lineChanges };
  }

  /** What an earlier run knew of the commits. */
  private async remember(): Promise<Remembered['history'] | undefined> {
    this.remembered ??= this.cache?.load();
    const remembered = await this.remembered;
    this.rememberedLines = remembered?.lines;
    return remembered?.history;
  }

  private linesBefore(files: readonly string[]): LineChanges | undefined {
    const lines = this.rememberedLines;
    this.rememberedLines = undefined;
    return lines && isDeepStrictEqual(lines.files, files) ? lines.changes : undefined;
  }

  /** Writes what is known into the cache, for the next run. */
  async save(): Promise<void> {
    if (this.history && !this.problem) {
      await this.cache?.save(this.history, this.lineFiles);
    }
  }

  /**
   * Looks for the commits of hand-made links that the history does not have. It may take three processes, so
   * facts are shown first.
   * @returns whether more is known than before
   */
  async findGone(links: readonly HandLink[], signal: AbortSignal): Promise<boolean> {
    const { history } = this;
    const asked = links.map(({ hash }) => hash).join(' ');
    if (!history || (this.lookedIn === history.commits && this.lookedFor === asked)) {
      return false;
    }
    this.lookedIn = history.commits;
    this.lookedFor = asked;
    const gone = await this.goneCommits.find(links, history, signal);
    const same = isDeepStrictEqual(gone, this.found.gone ?? new Map());
    return !same && this.add({ gone });
  }

  /** Keeps which commits of the default branch make the change of a branch that ends at `tip`. */
  addSquash(tip: string, commits: readonly string[]): boolean {
    return this.add({ squashed: new Map(this.found.squashed).set(tip, commits) });
  }

  private add(found: Pick<History, 'gone' | 'squashed'>): true {
    this.found = { ...this.found, ...found };
    this.history = this.history && { ...this.history, ...this.found };
    return true;
  }
}

function problemOf({ head, brokenRefs = [] }: History): Message<GitMessages> | undefined {
  if (brokenRefs.length > 0) {
    const names = brokenRefs.map(ref => ref.replace(/^refs\/(?:heads|remotes)\//, ''));
    return { code: 'git-broken-refs', args: [names.join(', ')] };
  }
  return head.kind === 'unborn' ? { code: 'git-unborn', args: [] } : undefined;
}

/**
 * The failure as data.
 * @throws whatever is not a failure of git, since that is a defect
 */
export function reasonOf(error: unknown): Message<GitMessages> {
  if (isGitFailure(error)) {
    return error.reason;
  }
  throw error;
}
