import { Latest } from '../../core/base/latest';
import type { History } from '../../core/evidence/graph/history';
import type { DocumentCache } from '../files/documentCache';
import type { Log } from '../ports';
import type { OtherBranches } from '../repositories/otherBranches';
import { reasonOf, type Repository } from '../repositories/repository';
import type { OpenPlan } from './openPlans';

/** The plans of one repository. */
export interface PlansThere {
  readonly repo: Repository;
  readonly plans: readonly OpenPlan[];
}

/** What was read last of a repository, and for what. */
interface Followed {
  readonly branches: OtherBranches;
  history?: History;
  /** The plans' folders and the documents that say how they are read. */
  circumstances: readonly unknown[];
}

/**
 * Reads what other branches have changed in the plans once a snapshot is out, so that nothing waits for it. Nothing is
 * read while branches and settings are as they were.
 */
export class BranchFollower {
  private readonly followed = new WeakMap<Repository, Followed>();
  private readonly reading: Latest<readonly PlansThere[]>;

  /** @param onFound makes the next snapshot with what was found */
  constructor(
    private readonly cache: DocumentCache,
    private readonly log: Log,
    private readonly signal: AbortSignal,
    onFound: () => Promise<void>,
  ) {
    this.reading = new Latest(
      async all => {
        let found = false;
        for (const one of all) {
          found = (await this.read(one)) || found;
        }
        if (found) {
          await onFound();
        }
      },
      error => log.error('Reading other branches failed.', error),
    );
  }

  follow(all: readonly PlansThere[]): void {
    if (!all.every(one => this.isSame(one))) {
      void this.reading.ask(all);
    }
  }

  /** Resolves when nothing is being read, and what was found is in the snapshot. */
  idle(): Promise<void> {
    return this.reading.idle();
  }

  dispose(): void {
    this.reading.dispose();
  }

  private isSame({ repo, plans }: PlansThere): boolean {
    const { history, circumstances = [] } = this.followed.get(repo) ?? {};
    const now = circumstancesOf(plans);
    return (
      history === repo.history &&
      now.length === circumstances.length &&
      now.every((one, at) => one === circumstances[at])
    );
  }

  private async read(there: PlansThere): Promise<boolean> {
    const { repo, plans } = there;
    if (this.isSame(there)) {
      return false;
    }
    const { OtherBranches } = await import('../repositories/otherBranches');
    const followed = this.followed.get(repo) ?? {
      branches: new OtherBranches(repo, this.cache),
      circumstances: [],
    };
    this.followed.set(repo, Object.assign(followed, asFollowed(there)));
    try {
      const found = await followed.branches.read(plans, this.signal);
      const before = plans.map(({ branches }) => JSON.stringify(branches));
      plans.forEach((plan, at) => (plan.branches = found[at] ?? []));
      return plans.some(({ branches }, at) => JSON.stringify(branches) !== before[at]);
    } catch (error) {
      this.signal.throwIfAborted();
      this.log.warn(`Other branches could not be read: ${reasonOf(error).code}`);
      return false;
    }
  }
}

function asFollowed({ repo: { history }, plans }: PlansThere): Omit<Followed, 'branches'> {
  return { circumstances: circumstancesOf(plans), ...(history && { history }) };
}

function circumstancesOf(plans: readonly OpenPlan[]): readonly unknown[] {
  return plans.flatMap(({ folder, prefix }) => [
    folder,
    prefix,
    ...[...folder.configuring, ...(folder.rootConfig ? [folder.rootConfig] : [])].map(
      ({ document }) => document,
    ),
  ]);
}
