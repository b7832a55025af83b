import { addTo } from './addTo';
import type { TasksOfBranch } from './branchEvidence';
import type { History } from './history';
import type { BranchLink, Link } from './link';
import { isWork } from './link';
import type { NamedBranch } from './namedBranches';
import type { Reach } from './reach';

/** What is known about the commits when branches are linked. */
export interface BranchLinkInput {
  readonly history: History;
  readonly reach: Reach;
  readonly owners: ReadonlyMap<string, string>;
  readonly tasksOf: TasksOfBranch;
  readonly byTask: ReadonlyMap<string, readonly Link[]>;
}

/**
 * The branches of a plan's tasks. A branch is merged when its tips have landed, as they are or squashed, or
 * when its upstream was deleted and one of its tasks has work that landed after its last commit.
 */
export function linkBranches(input: BranchLinkInput): BranchLink[] {
  const { history, reach, owners, tasksOf, byTask } = input;
  const commitsOf = new Map<string, string[]>();
  // The order of the history is newest first.
  for (const hash of history.commits.keys()) {
    const owner = owners.get(hash);
    if (owner !== undefined) {
      addTo(commitsOf, owner, hash);
    }
  }
  return reach.topics.flatMap(branch => {
    const tasks = tasksOf(branch.name);
    const merged =
      branch.tips.every(tip => reach.landed.has(tip) || isSquashed(tip)) ||
      (branch.upstreamGone && landedLater(branch, tasks, input));
    const commits = commitsOf.get(branch.name) ?? [];
    return tasks.map(({ key, strength }) => ({ branch: branch.name, task: key, strength, merged, commits }));
  });

  function isSquashed(tip: string): boolean {
    return history.squashed?.get(tip)?.every(hash => reach.landed.has(hash)) ?? false;
  }

  function landedLater(
    branch: NamedBranch,
    tasks: ReturnType<TasksOfBranch>,
    { history: { commits } }: BranchLinkInput,
  ): boolean {
    const tip = Math.max(...branch.tips.map(hash => commits.get(hash)?.commitTime ?? -Infinity));
    return tasks.some(
      ({ key, strength }) =>
        strength === 'works-on' &&
        (byTask.get(key) ?? []).some(
          link =>
            isWork(link) &&
            reach.landed.has(link.commit) &&
            (commits.get(link.commit)?.commitTime ?? 0) >= tip,
        ),
    );
  }
}
