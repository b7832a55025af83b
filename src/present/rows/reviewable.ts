import type { History } from '../../core/evidence/graph/history';
import type { Plan } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';

/** A plan while another branch than the default one is checked out, and the history that says so. */
export interface Reviewable {
  readonly plan: Plan;
  readonly history: History;
}

/** The plans with something to review. On the default branch there is nothing. */
export function reviewable({ plans, repos }: Snapshot): readonly Reviewable[] {
  return plans.flatMap(({ plan, repo, evidence }) => {
    const history = repos.find(({ top }) => top === repo)?.history;
    return history && evidence && !isOnDefault(history) ? [{ plan, history }] : [];
  });
}

function isOnDefault({ head, defaultBranch }: History): boolean {
  return head.branch !== undefined && head.branch === defaultBranch?.name;
}
