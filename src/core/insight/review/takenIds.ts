import type { Place, Plan, Task } from '../../plan/model';

/** An id that a range gives to a new task, and another branch to another one. */
export interface TakenId {
  readonly id: string;
  /** The task of the range, as it stands at head. */
  readonly here: TakenBy;
  /** The task of the other branch. */
  readonly there: TakenBy;
  /** Its short name. */
  readonly branch: string;
}

/** The item elsewhere that has the same id. */
export interface TakenBy extends Place {
  readonly title: string;
}

/**
 * Ids that are new in a range and, since the range began, in another branch too, for a task of another title. The same
 * task on both sides, cherry-picked say, is none.
 * @param before the plan where the range begins; undefined when there was none
 * @param other the plan of the other branch, and its name
 */
export function takenIds(
  before: Plan | undefined,
  head: Plan,
  other: { readonly plan: Plan; readonly branch: string },
): TakenId[] {
  const known = new Set(before?.tasks.map(({ key }) => key));
  const theirs = new Map(other.plan.tasks.map(task => [task.key, task] as const).toReversed());
  return head.tasks.flatMap(task => {
    const there = task.key === '' || known.has(task.key) ? undefined : theirs.get(task.key);
    return there && titleOf(there) !== titleOf(task)
      ? [{ id: task.id, here: takenBy(task), there: takenBy(there), branch: other.branch }]
      : [];
  });
}

function titleOf({ title }: Task): string {
  return title.trim().toLowerCase();
}

function takenBy({ title, file, line }: Task): TakenBy {
  return { title, file, line };
}
