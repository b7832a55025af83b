import type { Status } from '../core/plan/settings';
import { findPlan } from './findPlan';
import type { Reading } from './verb';

/** A task by its plan (`Plan.uid`) and its own uid. */
interface TaskName {
  readonly plan: string;
  readonly uid: string;
}

/** What the status of some tasks can be set to. */
export interface StatusChoice<T extends TaskName> {
  /** Those of the first one's plan, since statuses are a plan's own. */
  readonly tasks: readonly T[];
  readonly statuses: readonly Status[];
  /** The status that a single task has. */
  readonly current: string | undefined;
}

/** The statuses that some tasks can have; undefined where there are no tasks, or their plan is gone. */
export function statuses<T extends TaskName>(
  { store: { snapshot } }: Reading,
  { tasks: chosen }: { readonly tasks: readonly T[] },
): StatusChoice<T> | undefined {
  const [first] = chosen;
  const { plan } = (first && findPlan(snapshot, first.plan)?.facts) ?? {};
  if (!plan) {
    return undefined;
  }
  const tasks = chosen.filter(task => task.plan === plan.uid);
  const only = tasks.length === 1 ? plan.tasks.find(({ uid }) => uid === first?.uid) : undefined;
  return { tasks, statuses: plan.settings.statuses, current: only?.status };
}
