import type { History } from '../../core/evidence/graph/history';
import type { Plan } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';

/** A plan of which git can be asked what is checked out, and the history that says so. */
export interface WorkPlan {
  readonly plan: Plan;
  readonly history: History;
  /** Whether another branch than the default one is checked out: on that one there is nothing to review. */
  readonly reviewable: boolean;
}

/** The plans whose current work can be asked for. */
export function workPlans({ plans, repos }: Snapshot): readonly WorkPlan[] {
  return plans.flatMap(({ plan, repo, evidence }) => {
    const history = repos.find(({ top }) => top === repo)?.history;
    return history && evidence ? [{ plan, history, reviewable: !isOnDefault(history) }] : [];
  });
}

function isOnDefault({ head, defaultBranch }: History): boolean {
  return head.branch !== undefined && head.branch === defaultBranch?.name;
}
