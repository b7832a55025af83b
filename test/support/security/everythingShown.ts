import assert from 'node:assert/strict';
import type { Store } from '../../../src/app/store';
import type { PlanInsight } from '../../../src/core/insight/planInsight';
import type { Snapshot } from '../../../src/core/snapshot';
import { panelModel } from '../../../src/present/panel/panelModel';
import type { PanelInput } from '../../../src/present/panel/panelInput';
import { panelNeeds } from '../../../src/present/panel/panelNeeds';
import type { Row } from '../../../src/present/row';
import { currentWorkRows } from '../../../src/present/rows/currentWorkRows';
import { DEFAULT_OPTIONS } from '../../../src/shared/milestoneOptions';
import { GROUPINGS } from '../../../src/shared/milestoneOptions';
import { milestoneRows } from '../../../src/present/rows/milestoneRows';
import { riskRows } from '../../../src/present/rows/riskRows';
import type { PanelModel } from '../../../src/shared/panelModel';
import { AUDIENCES } from '../../../src/shared/protocol';
import { TABS, type Tab } from '../../../src/shared/tabs';
import { reportVerb } from '../../../src/verbs/table';
import { insightValues } from '../insightValues';
import { aView } from '../panel/handMade';

/** The snapshot as views get it, with schedule and forecast. */
export async function withInsight(store: Store): Promise<Snapshot> {
  const { plans } = store.snapshot;
  const insights = await insightValues(store.insight(plans));
  return {
    ...store.snapshot,
    insight: new Map(plans.map(({ plan }, at) => [plan.uid, insights[at] as PlanInsight])),
  };
}

/** Every row of every tree in every grouping, however deep. */
export async function everyRow(store: Store): Promise<readonly Row[]> {
  const snapshot = await withInsight(store);
  const plan = snapshot.plans[0]?.plan.uid ?? '';
  const outcome = await store.review(plan, {});
  const waiting = await store.notCommitted(plan);
  const answer = {
    ...(outcome.ok && { review: outcome.value }),
    ...(waiting.ok && { waiting: waiting.value }),
  };
  const trees = [
    ...GROUPINGS.map(groupBy => milestoneRows(snapshot, { ...DEFAULT_OPTIONS, groupBy, showDone: true })),
    currentWorkRows(snapshot, new Map([[plan, answer]])),
    riskRows(snapshot),
  ];
  return trees.flat().flatMap(withChildren);
}

function withChildren(row: Row): readonly Row[] {
  return [row, ...row.children().flatMap(withChildren)];
}

/** What the first plan's panel looks at in a tab, with every answer there. */
export async function panelInput(store: Store, tab: Tab): Promise<PanelInput> {
  const { snapshot } = store;
  const [first] = snapshot.plans;
  if (!first) throw new Error('no plan');
  const plan = first.plan.uid;
  const view = aView({ tab });
  const needs = panelNeeds(snapshot, plan, view);
  const shown = needs.shown === undefined ? undefined : await store.planAt(plan, needs.shown);
  const before = needs.before === undefined ? undefined : await store.planAt(plan, needs.before);
  const [insight] = await insightValues(store.insight([shown?.ok ? shown.value : first], needs.insight));
  const [baseline] = before?.ok ? await insightValues(store.insight([before.value], needs.baseline)) : [];
  const review = needs.review && (await store.review(plan, needs.review));
  const effect = needs.review && (await store.effect(plan, needs.review));
  const answers = { shown, before, insight, baseline, review, effect };
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined);
  return { snapshot, plan, view, answers: Object.fromEntries(given) };
}

/** The models of all tabs. */
export async function everyModel(store: Store): Promise<ReadonlyMap<Tab, PanelModel>> {
  const models = new Map<Tab, PanelModel>();
  for (const tab of TABS) models.set(tab, await panelModel(await panelInput(store, tab)));
  return models;
}

/** The status of the plan as it is copied, for every audience. */
export async function everyReport(store: Store): Promise<readonly string[]> {
  const outcome = await reportVerb.run({ store });
  assert.ok(outcome.ok);
  const texts = AUDIENCES.map(audience => reportVerb.render(outcome.value, audience));
  return (await Promise.all(texts)).map(text => text ?? '');
}
