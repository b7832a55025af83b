import { lostLinksOf } from '../../evidence/hand/lostLinks';
import type { LostLink, PlanEvidence } from '../../evidence/link';
import type { Message } from '../../base/message';
import { isDismissed } from '../../plan/dismissals';
import type { Plan, Task } from '../../plan/model';
import { SEVERITY } from './drift';
import type { DriftMessages, Finding } from './finding';

/**
 * Hand-made links whose commits have a new hash, so that their entries can be brought up to date, and those
 * whose commits are gone or on no branch. Silent about dropped tasks, about commits that a done task has lost, and about what
 * the plan's files dismiss.
 */
export function linkFindings(plan: Plan, evidence: PlanEvidence): Finding[] {
  const lost = new Set(evidence.lost.map(({ task }) => task));
  return (lost.size > 0 ? plan.tasks : [])
    .filter(({ key, category }) => lost.has(key) && category !== 'dropped')
    .flatMap(task =>
      reasons(task, lostLinksOf(task, evidence))
        .filter(({ code }) => !isDismissed(plan, task, code))
        .map(reason => ({
          id: reason.code,
          severity: SEVERITY[reason.code],
          subject: { kind: 'task' as const, uid: task.uid, id: task.id },
          reasons: [reason],
        })),
    );
}

function reasons({ category }: Task, lost: readonly LostLink[]): readonly Message<DriftMessages>[] {
  const moved = lost.filter(({ foundAs }) => foundAs !== undefined);
  const gone = category === 'done' ? [] : lost.filter(({ foundAs }) => foundAs === undefined);
  return [
    ...(moved.length > 0 ? [{ code: 'link-moved' as const, args: [moved.length] as [number] }] : []),
    ...missing(
      'link-lost',
      gone.filter(({ offBranch }) => !offBranch),
    ),
    ...missing(
      'link-off-branch',
      gone.filter(({ offBranch }) => offBranch),
    ),
  ];
}

function missing(
  code: 'link-lost' | 'link-off-branch',
  lost: readonly LostLink[],
): readonly Message<DriftMessages>[] {
  const [first] = lost;
  return first ? [{ code, args: [lost.length, first.link.hash] }] : [];
}
