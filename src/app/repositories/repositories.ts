import type { Message } from '../../core/base/message';
import type { GitMessages } from '../../core/snapshot';
import { isGitFailure } from '../../git/gitFailure';
import type { CachePlace } from '../cache/cacheFolder';
import { HistoryCache } from '../cache/historyCache';
import type { OpenPlans } from '../following/openPlans';
import type { Log, Workspace } from '../ports';
import { Repository } from './repository';
import { pathBelow, realPath } from '../files/workspaceRoots';

/** The repositories that plans lie in. */
export class Repositories {
  list: readonly Repository[] = [];
  /** Why a plan has none, when one has none. */
  without: Message<GitMessages> | undefined;

  constructor(
    private readonly plans: OpenPlans,
    private readonly log: Log,
    private readonly signal: AbortSignal,
    private readonly cache?: CachePlace,
  ) {}

  /** Asks git, once for each root that holds a plan, which repository it lies in. */
  async find(git: Workspace['git']): Promise<void> {
    const { plans, log, signal, cache } = this;
    const known = new Map(this.list.map(repo => [repo.top, repo]));
    const placed = new Map<string, { repo: Repository; prefix: string }>();
    let without: Message<GitMessages> | undefined = git ? undefined : { code: 'git-untrusted', args: [] };
    for (const root of plans.rootOptions) {
      if (!git || !plans.list.some(plan => plan.root === root.id)) {
        continue;
      }
      if (root.path === undefined) {
        without = { code: 'git-virtual', args: [] };
        continue;
      }
      const reader = git(root.path);
      const place = await reader.locate(signal);
      if (isGitFailure(place)) {
        without = place.reason;
        log.warn(`No git in ${root.name}: ${place.message}`);
        continue;
      }
      const repo =
        known.get(place.top) ?? new Repository(place, reader, cache && new HistoryCache(cache, place));
      known.set(place.top, repo);
      placed.set(root.id, { repo, prefix: await prefixOf(place.top, root.path) });
    }
    this.without = without;
    for (const plan of plans.list) {
      Object.assign(plan, { prefix: '', repo: undefined, ...placed.get(plan.root) });
    }
    this.list = [...new Set(plans.list.flatMap(({ repo }) => (repo ? [repo] : [])))];
  }

  /** Writes what is known of them into the cache, for the next run. */
  async save(): Promise<void> {
    for (const repo of this.list) {
      await repo.save();
    }
  }

  /**
   * Reads what has changed in some repositories.
   * @returns whether anything is different now
   */
  async read(repos: readonly Repository[]): Promise<boolean> {
    const moved = await Promise.all(
      groupBy(repos, repo => repo.commonDir).map(worktrees => this.readWorktrees(worktrees)),
    );
    return moved.includes(true);
  }

  /** Working trees of one repository, one after the other, since they share their commits. */
  private async readWorktrees([first, ...others]: readonly Repository[]): Promise<boolean> {
    let changed = first !== undefined && (await this.readOne(first));
    for (const repo of others) {
      changed = (await this.readOne(repo, first)) || changed;
    }
    return changed;
  }

  private async readOne(repo: Repository, sibling?: Repository): Promise<boolean> {
    const changed = await repo.read(this.plans.at(repo.top), this.signal, sibling);
    if (changed && repo.problem) {
      this.log.warn(`Git in ${repo.top}: ${repo.problem.code} ${repo.problem.args.join(' ')}`);
    }
    return changed;
  }
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), [...group, item]);
  }
  return [...groups.values()];
}

/** What to put before a path of a root to make it relative to the top of its repository. */
async function prefixOf(top: string, root: string): Promise<string> {
  const below = pathBelow(await realPath(top), await realPath(root));
  return below === undefined ? '' : `${below}/`;
}
