import type { Snapshot } from '../core/snapshot';
import { isLate } from './itemIcons';

/** How many tasks of all plans are overdue. A task that several working trees show counts once. */
export function overdueCount({ plans, repos }: Snapshot): number {
  const late = new Set<string>();
  for (const { plan, repo, prefix, today } of plans) {
    const shared = repos.find(({ top }) => top === repo)?.commonDir;
    const place = shared === undefined ? plan.uid : `${shared}\n${prefix}${plan.folder}`;
    for (const task of plan.tasks) {
      if (isLate(task, today)) {
        late.add(`${place}\n${task.uid}`);
      }
    }
  }
  return late.size;
}
