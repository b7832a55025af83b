import type { Store } from '../app/store';
import { addDays, parseIsoDate } from '../core/base/dates';
import { isOffDefault } from '../core/evidence/graph/history';
import type { PlanFacts } from '../core/snapshot';
import type { FoundPlan } from './findPlan';
import type { Outcome } from './verb';

/** A plan at a revision as in `Store.planAt`, with what was known then. It fails for a day that is still to come. */
export async function planThen(
  { store }: { readonly store: Pick<Store, 'planThen' | 'snapshot'> },
  { plan, today }: PlanFacts,
  revision: string,
): Promise<Outcome<PlanFacts>> {
  if ((parseIsoDate(revision) ?? '') > today) {
    return { ok: false, problem: { code: 'git-future-day', args: [revision, today] } };
  }
  const was = await store.planThen(plan.uid, revision);
  const { withoutGit } = store.snapshot;
  return !was.ok && withoutGit ? { ok: false, problem: withoutGit } : was;
}

/** The plan as it was some days ago; undefined where git cannot tell. */
export async function planDaysAgo(
  { store }: { readonly store: Pick<Store, 'planThen'> },
  { facts, repo }: FoundPlan,
  days: number,
): Promise<PlanFacts | undefined> {
  if (!repo?.history || repo.history.head.kind === 'unborn') {
    return undefined;
  }
  const was = await store.planThen(facts.plan.uid, addDays(facts.today, -days));
  return was.ok ? was.value : undefined;
}

/** A plan as the default branch has it while another one is checked out, if git can tell; else as it is here. */
export async function planOnDefault(
  { store }: { readonly store: Pick<Store, 'planAt'> },
  { facts, repo }: FoundPlan,
): Promise<PlanFacts> {
  const ref = repo?.history && isOffDefault(repo.history) ? repo.history.defaultBranch?.ref : undefined;
  const there = ref === undefined ? undefined : await store.planAt(facts.plan.uid, ref);
  return there?.ok ? there.value : facts;
}
