import { baselineOf } from '../core/insight/baseline/baseline';
import type { Baseline } from '../core/insight/baseline/baseline';
import { unreadFiles } from '../core/insight/review/planChanges';
import type { PlanInsight } from '../core/insight/planInsight';
import type { Plan } from '../core/plan/model';
import type { PlanProblem } from '../core/plan/problem';
import type { PlanFacts } from '../core/snapshot';
import type { Store } from '../app/store';
import { planThen } from './otherStates';
import type { Outcome } from './verb';

/** A plan of the snapshot and what became of it. */
export interface PlanBaseline {
  readonly plan: Plan;
  readonly baseline: Baseline;
  /** Files that could not be read on one side. */
  readonly unread: readonly PlanProblem[];
}

/**
 * What became of the plans since a revision as in `Store.planAt`, in their order. It fails when
 * none of them was there; one of several that was not has everything added.
 */
export async function baseline(
  { store }: { readonly store: Pick<Store, 'insight' | 'planThen' | 'snapshot'> },
  { revision }: { readonly revision: string },
): Promise<Outcome<readonly PlanBaseline[]>> {
  const { plans } = store.snapshot;
  const thens: PlanFacts[] = [];
  for (const facts of plans) {
    const was = await planThen({ store }, facts, revision);
    if (!was.ok) {
      return was;
    }
    thens.push(was.value);
  }
  if (!thens.some(({ plan }) => hasFiles(plan))) {
    const folders = plans.map(({ plan }) => plan.folder).join(' ');
    return { ok: false, problem: { code: 'git-plan-not-yet', args: [folders, revision] } };
  }
  const before = await store.insight(thens);
  if (!before.ok) {
    return before;
  }
  const after = await store.insight(plans);
  if (!after.ok) {
    return after;
  }
  const value = plans.map(({ plan, progress }, index): PlanBaseline => {
    const was = thens[index] as PlanFacts;
    return {
      plan,
      baseline: baselineOf(
        { plan: was.plan, progress: was.progress, insight: before.value[index] as PlanInsight },
        { plan, progress, insight: after.value[index] as PlanInsight },
      ),
      unread: unreadFiles(was.plan, plan),
    };
  });
  return { ok: true, value };
}

/** Whether a file of its own is there; what is added to it from another folder makes no plan. */
function hasFiles({ files, overlays = [], problems }: Plan): boolean {
  return [...files, ...problems.map(({ file }) => file)].some(
    file => !overlays.some(overlay => file.startsWith(`${overlay}/`)),
  );
}
