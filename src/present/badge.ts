import type { Snapshot } from '../core/snapshot';
import { isLate } from './itemIcons';

/** How many tasks of all plans are overdue. */
export function overdueCount({ plans }: Snapshot): number {
  return plans.reduce(
    (sum, { plan, today }) => sum + plan.tasks.filter(task => isLate(task, today)).length,
    0,
  );
}
