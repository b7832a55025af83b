import type { PlanFacts } from './snapshot';

/** A branch that belongs to tasks of a plan, and what has become of it. */
export interface BranchState {
  readonly facts: PlanFacts;
  readonly name: string;
  /** Ids of its tasks. */
  readonly tasks: readonly string[];
  readonly merged: boolean;
  /** The commits that make its change, where it was not merged as it is. */
  readonly commits: readonly string[];
  /** Number of its commits that have not landed. */
  readonly open: number;
}

/** The branches of a plan's tasks, before anything was asked about them. */
export function branchesOf(facts: PlanFacts): readonly BranchState[] {
  const ids = new Map(facts.plan.tasks.map(task => [task.key, task.id]));
  const links = facts.evidence?.branches ?? [];
  return [...new Set(links.map(({ branch }) => branch))].map(name => {
    const own = links.filter(({ branch }) => branch === name);
    return {
      facts,
      name,
      tasks: own.map(({ task }) => ids.get(task) ?? task),
      merged: own.some(({ merged }) => merged),
      commits: [],
      open: own[0]?.commits.length ?? 0,
    };
  });
}
