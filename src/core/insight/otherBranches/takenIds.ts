import { isDismissed } from '../../plan/dismissals';
import type { Plan } from '../../plan/model';
import { SEVERITY } from '../findings/drift';
import type { Finding } from '../findings/finding';
import type { PlanElsewhere } from './elsewhere';

/** Tasks whose id another branch has given to another task: both would have it once the branches are merged. */
export function takenIdFindings(plan: Plan, { taken }: Pick<PlanElsewhere, 'taken'>): readonly Finding[] {
  const code = 'id-on-two-branches';
  return (taken.size > 0 ? plan.tasks : []).flatMap((task): readonly Finding[] => {
    const other = taken.get(task.key);
    return other && !isDismissed(plan, task, code)
      ? [
          {
            id: code,
            severity: SEVERITY[code],
            subject: { kind: 'task', uid: task.uid, id: task.id },
            reasons: [{ code, args: [other.branch, other.title] }],
          },
        ]
      : [];
  });
}
