import type { Snapshot } from '../core/snapshot';
import { isLate } from './itemIcons';

/** How many tasks of all plans are overdue. */
export function overdueCount({ plans, today }: Snapshot): number {
  return plans.reduce((sum, { plan }) => sum + plan.tasks.filter(task => isLate(task, today)).length, 0);
}
