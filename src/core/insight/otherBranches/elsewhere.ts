import type { IsoDate } from '../../base/dates';
import type { Plan, Task } from '../../plan/model';
import type { BranchChanges, BranchTask, TaskState } from './branchTasks';

/** How a task is on another branch, where that branch has changed it; only what differs from here. */
export interface Elsewhere {
  readonly branch: string;
  readonly status?: string;
  /** Undefined where it is as here, null where the branch has taken it out. */
  readonly start?: IsoDate | null;
  readonly due?: IsoDate | null;
  readonly deleted?: true;
}

/** A task that only another branch has. */
export interface OnlyElsewhere {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly branch: string;
}

/** Another task that has the id of one that is here. */
export interface TakenId {
  readonly branch: string;
  readonly title: string;
}

/** What other branches say of the tasks of a plan, by the keys of the tasks. */
export interface PlanElsewhere {
  readonly tasks: ReadonlyMap<string, readonly Elsewhere[]>;
  readonly only: readonly OnlyElsewhere[];
  readonly taken: ReadonlyMap<string, TakenId>;
}

/** What is said where no other branch has changed the plan. */
export const NOTHING_ELSEWHERE: PlanElsewhere = { tasks: new Map(), only: [], taken: new Map() };

/**
 * What other branches have changed and is not so here. A branch that has not changed a task since it left is silent
 * about it, however long ago that was.
 * @param merged names of branches that were merged, by a squash, too
 */
export function elsewhereOf(
  { tasks }: Pick<Plan, 'tasks'>,
  branches: readonly BranchChanges[],
  merged: ReadonlySet<string>,
): PlanElsewhere {
  const others = branches.filter(({ branch }) => !merged.has(branch));
  if (others.length === 0) {
    return NOTHING_ELSEWHERE;
  }
  const named = new Set(others.flatMap(one => one.tasks.map(({ key }) => key)));
  const here = new Map(tasks.filter(({ key }) => named.has(key)).map(task => [task.key, task]));
  const differing = new Map<string, Elsewhere[]>();
  const taken = new Map<string, TakenId>();
  const only = new Map<string, OnlyElsewhere>();
  for (const { branch, tasks: changed } of others) {
    for (const one of changed) {
      const task = here.get(one.key);
      const found = task && !isReference(one, task) ? difference(branch, one, task) : undefined;
      const other = task && otherTitle(one, task);
      if (other !== undefined) {
        taken.set(one.key, { branch, title: other });
      } else if (found) {
        differing.set(one.key, [...(differing.get(one.key) ?? []), found]);
      } else if (!task && one.now && !one.before && !only.has(one.key)) {
        const { id, title, status } = one.now;
        only.set(one.key, { id, title, status, branch });
      }
    }
  }
  return { tasks: differing, only: [...only.values()], taken };
}

/** A line that names a task with a file of its own, which the branch has not changed, says nothing of that task. */
function isReference({ before, now }: BranchTask, here: Task): boolean {
  return !here.inline && (now ?? before)?.inline === true;
}

/** The title of another task than the one that is here, to which the branch has given the same id. */
function otherTitle({ before, now }: BranchTask, here: Task): string | undefined {
  return now && !before && plain(now.title) !== plain(here.title) ? now.title : undefined;
}

function plain(title: string): string {
  return title.normalize('NFC').trim().toLowerCase();
}

function difference(branch: string, { before, now }: BranchTask, here: Task): Elsewhere | undefined {
  if (!now) {
    return { branch, deleted: true };
  }
  const changed = <K extends keyof TaskState & keyof Task>(field: K): boolean =>
    now[field] !== before?.[field] && now[field] !== here[field];
  const found: Elsewhere = {
    branch,
    ...(changed('status') && { status: now.status }),
    ...(changed('start') && { start: now.start ?? null }),
    ...(changed('due') && { due: now.due ?? null }),
  };
  return Object.keys(found).length > 1 ? found : undefined;
}
