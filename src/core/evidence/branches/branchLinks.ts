import { addTo } from '../addTo';
import type { TasksOfBranch } from './branchEvidence';
import type { ClueSources } from '../commits/clueSources';
import { sameTexts } from '../commits/commitLinks';
import type { BranchLink, Link } from '../link';
import { isWork } from '../link';
import type { NamedBranch } from './namedBranches';

/** What is known about the commits when branches are linked. */
export type BranchLinkInput = Pick<
  ClueSources,
  'history' | 'graph' | 'reach' | 'owners' | 'tasksOf' | 'named'
>;

/**
 * The branches of a plan's tasks. A branch is merged when its tips have landed, as they are or squashed (asked by
 * their change, or told by the subject of a squash merge), or
 * when its upstream was deleted and one of its tasks has work that landed after its last commit.
 * @param before the links of an earlier time; those that still hold and stand where they stood stay the same
 */
export function linkBranches(
  { history, graph, reach, owners, tasksOf, named }: BranchLinkInput,
  byTask: ReadonlyMap<string, readonly Link[]>,
  before: readonly BranchLink[],
): readonly BranchLink[] {
  const { commits, numbers } = graph;
  const commitsOf = new Map<number, string[]>();
  for (let n = commits.length - 1; n >= 0; n--) {
    const owner = owners[n] as number;
    if (owner >= 0) {
      addTo(commitsOf, owner, commits[n]?.hash ?? '');
    }
  }
  const links: BranchLink[] = [];
  for (const [place, branch] of reach.topics.entries()) {
    const tasks = tasksOf(branch.name);
    if (tasks.length > 0) {
      const merged =
        branch.tips.every(tip => hasLanded(tip) || isSquashed(tip)) ||
        (branch.upstreamGone && landedLater(branch, tasks));
      const own = commitsOf.get(place) ?? [];
      for (const { key, strength } of tasks) {
        const old = before[links.length];
        const same =
          old?.task === key &&
          old.branch === branch.name &&
          old.strength === strength &&
          old.merged === merged &&
          sameTexts(old.commits, own);
        links.push(same ? old : { branch: branch.name, task: key, strength, merged, commits: own });
      }
    }
  }
  return sameTexts(links, before) ? before : links;

  function hasLanded(hash: string): boolean {
    return reach.landed[numbers.numberOf(hash)] === 1;
  }

  function isSquashed(tip: string): boolean {
    return named.squashedTips.has(tip) || (history.squashed?.get(tip)?.every(hasLanded) ?? false);
  }

  function landedLater(branch: NamedBranch, tasks: ReturnType<TasksOfBranch>): boolean {
    const timeOf = (hash: string): number => history.commits.get(hash)?.commitTime ?? -Infinity;
    const tip = branch.tips.reduce((latest, hash) => Math.max(latest, timeOf(hash)), -Infinity);
    return tasks.some(
      ({ key, strength }) =>
        strength === 'works-on' &&
        (byTask.get(key) ?? []).some(
          link => isWork(link) && hasLanded(link.commit) && timeOf(link.commit) >= tip,
        ),
    );
  }
}
