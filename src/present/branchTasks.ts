import { naturalOrder } from '../core/base/naturalOrder';
import type { PlanEvidence } from '../core/evidence/link';

/** Keys of the tasks that a branch serves: those it is named after, then those its unmerged commits work on. */
export function branchTasks(
  evidence: PlanEvidence | undefined,
  branch: string | undefined,
): ReadonlySet<string> {
  if (!evidence || branch === undefined) {
    return new Set();
  }
  const named = evidence.branches
    .filter(link => link.branch === branch && link.strength === 'works-on')
    .map(({ task }) => task);
  const worked = [...evidence.observed]
    .filter(([, { unmerged }]) => unmerged.includes(branch))
    .map(([task]) => task)
    // A link that comes or goes must not put another task first.
    .sort(naturalOrder);
  return new Set([...named, ...worked]);
}
