import type { History } from '../core/evidence/history';
import type { Message } from '../core/message';
import type { Plan } from '../core/plan/model';
import type { GitMessages } from '../core/snapshot';
import { isGitFailure } from '../git/gitFailure';
import type { GitReader } from '../git/gitReader';
import type { Location } from '../git/location';

/** One git repository that holds plans: its history as last read, or why it could not be read. */
export class Repository {
  history: History | undefined;
  problem: Message<GitMessages> | undefined;

  /** Absolute path of the top of the working tree. */
  readonly top: string;
  readonly gitDir: string;
  readonly commonDir: string;

  constructor(
    location: Location,
    readonly git: GitReader,
  ) {
    ({ top: this.top, gitDir: this.gitDir, commonDir: this.commonDir } = location);
  }

  /**
   * Reads what has changed since the last time. A failure keeps the last good history and is shown.
   * @returns whether anything is different now
   */
  async read(plans: readonly Plan[], signal: AbortSignal): Promise<boolean> {
    const [history, problem] = [this.history, this.problem];
    try {
      this.history = await this.git.readHistory({
        known: this.history,
        branchAgeDays: Math.max(...plans.map(plan => plan.settings.rules.branchAge)),
        defaultBranch: plans.map(plan => plan.settings.branch).find(branch => branch !== undefined),
        signal,
      });
      this.problem = this.history.head.kind === 'unborn' ? { code: 'git-unborn', args: [] } : undefined;
    } catch (error) {
      this.problem = reasonOf(error);
    }
    return this.history !== history || JSON.stringify(this.problem) !== JSON.stringify(problem);
  }
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
