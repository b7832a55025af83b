import type { Store } from '../app/store';
import { daysBetween } from '../core/base/dates';
import type { PlanInsight } from '../core/insight/planInsight';
import { SINCE_DAYS } from '../core/insight/sinceDays';
import type { PlanFacts, Snapshot } from '../core/snapshot';
import { findPlan } from './findPlan';
import { insightBeside } from './insight';
import { planDaysAgo, planOnDefault, planThen } from './otherStates';
import type { Outcome } from './verb';

/** What to report on. */
export interface ReportWish {
  /** `Plan.uid`; every plan without it. */
  readonly plan?: string;
  /** Whose plan, while another branch than the default one is checked out; the default branch's without it. */
  readonly source?: 'default' | 'current';
  /** Days back to the state that the plan is compared with, 7 without it. What git cannot tell is left out. */
  readonly days?: number | undefined;
  /** A revision as in `Store.planAt` in place of days; the report fails where there is no such state. */
  readonly since?: string | undefined;
}

/** What a report on one plan is made of. */
export interface PlanReport {
  readonly snapshot: Snapshot;
  /** The plan as it is reported on, and as it was, where that is known. */
  readonly facts: PlanFacts;
  readonly before: PlanFacts | undefined;
  /** Days from then until today. */
  readonly days: number;
  readonly insight: PlanInsight;
}

/** What reports on plans are made of, in their order. It fails where there is no insight to be had. */
export async function report(
  reading: { readonly store: Pick<Store, 'insight' | 'planAt' | 'planThen' | 'snapshot'> },
  { plan: meant, source = 'default', days = SINCE_DAYS, since }: ReportWish = {},
): Promise<Outcome<readonly PlanReport[]>> {
  const { snapshot } = reading.store;
  const value: PlanReport[] = [];
  for (const { plan } of snapshot.plans) {
    const found = meant === undefined || meant === plan.uid ? findPlan(snapshot, plan.uid) : undefined;
    if (!found) {
      continue;
    }
    const facts = source === 'default' ? await planOnDefault(reading, found) : found.facts;
    const then = since === undefined ? undefined : await planThen(reading, found.facts, since);
    if (then && !then.ok) {
      return then;
    }
    const before = then ? then.value : await planDaysAgo(reading, found, days);
    const { index, asked } = insightBeside(reading, plan.uid, facts, {});
    const outcome = await asked;
    if (!outcome.ok) {
      return outcome;
    }
    const insight = outcome.value[index];
    const passed = then ? daysBetween(then.value.today, facts.today) : days;
    value.push(...(insight ? [{ snapshot, facts, before, days: passed, insight }] : []));
  }
  return { ok: true, value };
}
