import type { IsoDate } from '../../base/dates';
import type { Category } from '../../plan/category';
import type { Plan, Task } from '../../plan/model';

/** What a branch says of a task, as committed. */
export interface TaskState {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly category: Category;
  readonly start?: IsoDate;
  readonly due?: IsoDate;
  /** One line of a checklist, without a file of its own. */
  readonly inline: boolean;
}

/** A task that a branch has changed since it left what is checked out. */
export interface BranchTask {
  readonly key: string;
  /** Undefined for one that is new on the branch. */
  readonly before?: TaskState;
  /** Undefined for one that the branch has deleted. */
  readonly now?: TaskState;
  /** Hash of the first commit of the branch that changed the file of the task. */
  readonly since: string;
}

/** What one branch has changed in one plan. */
export interface BranchChanges {
  readonly branch: string;
  readonly tasks: readonly BranchTask[];
}

/**
 * The tasks whose status, dates or existence differ between the files that a branch changed as they were where it left,
 * and as they are at its end.
 * @param since of a file, the first commit of the branch that changed it
 */
export function branchTasks(
  before: Pick<Plan, 'tasks'>,
  now: Pick<Plan, 'tasks'>,
  since: (file: string) => string,
): readonly BranchTask[] {
  const [was, is] = [single(before), single(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): readonly BranchTask[] => {
    const [old, fresh] = [was.get(key), is.get(key)];
    const file = (fresh ?? old)?.file ?? '';
    const differs =
      old?.status !== fresh?.status ||
      old?.start !== fresh?.start ||
      old?.due !== fresh?.due ||
      !old !== !fresh;
    return differs
      ? [
          {
            key,
            since: since(file),
            ...(old && { before: stateOf(old) }),
            ...(fresh && { now: stateOf(fresh) }),
          },
        ]
      : [];
  });
}

/** By key, without those that share an id: which of them is meant cannot be told. */
function single({ tasks }: Pick<Plan, 'tasks'>): ReadonlyMap<string, Task> {
  return new Map(
    tasks.flatMap(task => (task.id !== '' && !task.duplicate ? [[task.key, task] as const] : [])),
  );
}

function stateOf({ id, title, status, category, start, due, inline }: Task): TaskState {
  return { id, title, status, category, inline, ...(start && { start }), ...(due && { due }) };
}
