import { isOver } from '../../core/plan/category';
import { mayHappen } from '../../core/plan/mayHappen';
import type { Item, Milestone, Risk, Task } from '../../core/plan/model';
import { bandOf } from '../../core/insight/risks/band';
import { shownHealth } from '../health';
import { isLate } from '../itemIcons';
import type { Scope } from './scope';

/** Whether a milestone is shown as off track or at risk, or has a finding of its own that is more than a remark. */
export function isMilestoneAtRisk(scope: Scope, milestone: Milestone): boolean {
  return isInDanger(scope, milestone) || hasFinding(scope, milestone);
}

/**
 * Whether an open task is late, blocked or has a finding that is more than a remark, or whether its milestone is in danger
 * and ends as late as it does because of it.
 */
export function isTaskAtRisk(scope: Scope, task: Task): boolean {
  return (
    !isOver(task.category) &&
    (task.category === 'blocked' ||
      isLate(task, scope.today) ||
      hasFinding(scope, task) ||
      causesOf(scope).has(task.uid))
  );
}

/** Whether a risk has happened, may happen and is high, or has a finding. */
export function isRiskAtRisk(scope: Scope, risk: Risk): boolean {
  const band = risk.score === undefined ? undefined : bandOf(risk.score);
  return (
    risk.status === 'occurred' ||
    (mayHappen(risk) && (band === 'high' || band === 'severe')) ||
    hasFinding(scope, risk)
  );
}

function isInDanger({ facts, insight }: Scope, milestone: Milestone): boolean {
  const health = shownHealth(milestone, facts, insight)?.health;
  return health === 'off track' || health === 'at risk';
}

function hasFinding({ findings }: Scope, { kind, uid }: Item): boolean {
  return findings.bySubject.get(`${kind}:${uid}`)?.some(({ severity }) => severity !== 'info') ?? false;
}

const known = new WeakMap<Scope, ReadonlySet<string>>();

/** Uids of the tasks on the longest path to a milestone in danger that belong to that milestone. */
function causesOf(scope: Scope): ReadonlySet<string> {
  let causes = known.get(scope);
  if (!causes) {
    const { facts, insight } = scope;
    const milestones = facts.plan.milestones.filter(one => isInDanger(scope, one));
    causes = new Set(
      milestones.flatMap(({ key }) => {
        const path = insight?.schedule.milestones.get(key)?.path ?? [];
        return path.filter(uid => scope.index.byUid.get(uid)?.milestone === key);
      }),
    );
    known.set(scope, causes);
  }
  return causes;
}
