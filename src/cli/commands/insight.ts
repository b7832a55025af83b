import { planBaselines } from '../../app/planBaselines';
import type { InsightQuestion } from '../../core/insight/planInsight';
import { baselineJson } from '../../present/json/baselineJson';
import type { InsightOfPlan } from '../../present/json/insightJson';
import { forecastJson, scheduleJson } from '../../present/json/insightJson';
import { baselineTable } from '../../present/tables/baselineTable';
import { forecastTable, scheduleTable } from '../../present/tables/insightTables';
import { Failure } from '../failure';
import { jsonLines } from '../printable';
import type { Session } from '../session';
import { warn } from '../warn';

/** Dates and floats of the open tasks. */
export async function schedule(session: Session, json: boolean): Promise<string[]> {
  const plans = await insightOf(session);
  return json ? jsonLines(scheduleJson(session.root, plans)) : eachPlan(plans, scheduleTable);
}

/** When milestones are done, and how such forecasts turned out in the past when that is asked for. */
export async function forecast(session: Session, json: boolean, test: boolean): Promise<string[]> {
  const plans = await insightOf(session, { backtest: test });
  return json ? jsonLines(forecastJson(session.root, plans)) : eachPlan(plans, forecastTable);
}

/**
 * What became of the plans since a ref, a tag or a day.
 * @throws Failure when there is no such commit, or no plan in it
 */
export async function baseline(
  { root, store, snapshot }: Session,
  revision: string,
  json: boolean,
): Promise<string[]> {
  const outcome = await planBaselines(store, snapshot.plans, revision);
  if (!outcome.ok) {
    throw new Failure(snapshot.withoutGit ?? outcome.problem);
  }
  outcome.value.forEach(({ unread }) => unread.forEach(({ file, message }) => warn([file, message])));
  return json
    ? jsonLines(baselineJson(root, outcome.value))
    : outcome.value.flatMap((one, index) => [...(index > 0 ? [''] : []), ...baselineTable(one)]);
}

/** @throws Failure where there is no insight to be had */
async function insightOf(
  { store, snapshot }: Session,
  question?: InsightQuestion,
): Promise<readonly InsightOfPlan[]> {
  const outcome = await store.insight(snapshot.plans, question);
  if (!outcome.ok) {
    throw new Failure(outcome.problem);
  }
  return snapshot.plans.flatMap(({ plan }, index) => {
    const insight = outcome.value[index];
    return insight ? [{ plan, insight }] : [];
  });
}

function eachPlan(plans: readonly InsightOfPlan[], table: (plan: InsightOfPlan) => string[]): string[] {
  return plans.flatMap((one, index) => [
    ...(index > 0 ? [''] : []),
    ...(plans.length > 1 ? [one.plan.name] : []),
    ...table(one),
  ]);
}
