import { ownFolder } from '../../../core/plan/ownFolder';
import type { PlanInsight } from '../../../core/insight/planInsight';
import { countBands } from '../../../core/insight/risks/register';
import { mayHappen } from '../../../core/plan/mayHappen';
import { addDays } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';
import type { Plan, Risk } from '../../../core/plan/model';
import type { PlanFacts, Repo } from '../../../core/snapshot';
import type { View } from '../../../shared/protocol';
import { BANDS } from '../../../shared/risksModel';
import type { RiskModel, RiskRecord, RisksModel } from '../../../shared/risksModel';
import { findingsOf } from '../../findings';
import { beforeOf } from '../parts/before';
import { reviewDay } from '../parts/days';
import { firstRisk } from './firstRisk';
import { itemModel, taskOf } from '../parts/items';
import { clip, paged } from '../parts/paging';
import type { Limits } from '../parts/paging';
import type { Answer } from '../panelInput';
import { heatModel } from './riskHeat';
import { riskMovesModel } from './riskMoves';
import { bandOfRisk, byScore, cellOf, sameCell } from './riskPlaces';
import { riskTrendModel } from './riskTrend';
import { dismissText, ruleFindings } from './ruleFindings';

/** Mitigation tasks that are named in a row. */
const MOST_TASKS = 8;
/** Risks to be copied for each row that a list may have. */
const COPIED = 20;
/** Mitigation tasks of a risk that are copied. */
const COPIED_TASKS = 40;
/** Days until the review of the risk that is shown as an example. */
const REVIEW = 14;

/** What the tab is made of, beside the plan and what is chosen. */
export interface RisksSource {
  readonly repo: Repo | undefined;
  /** The plan on the day of the baseline, undefined while git has not been asked. */
  readonly before: Answer<PlanFacts> | undefined;
  /** That day. */
  readonly since: IsoDate;
  /** Undefined while it is computed. */
  readonly insight: PlanInsight | undefined;
  /** The insight is still to come. */
  readonly computing: boolean;
}

/**
 * The register by score, its map, how it moved, and what the rules found. Risks that have happened stand before it;
 * they and closed ones count nowhere.
 * @param view chooses the risks of a band or of a cell of the map; the counts stay, and issues are always shown
 */
export function risksModel(
  facts: PlanFacts,
  { repo, before: answer, since, insight, computing }: RisksSource,
  view: Pick<View, 'band' | 'cell'>,
  limits: Limits,
): RisksModel {
  const { plan, today } = facts;
  const sorted = [...plan.risks].sort(byScore);
  const open = sorted.filter(mayHappen);
  const issues = sorted.filter(({ status }) => status === 'occurred');
  const chosen = open.filter(risk => isChosen(risk, view));
  const copied = [...issues, ...chosen].slice(0, limits.most * COPIED);
  const row = (risk: Risk): RiskModel => riskModel(risk, facts);
  const counts = countBands(plan.risks);
  const titles = new Map(plan.milestones.map(({ key, title }) => [key, title]));
  const findings = findingsOf(facts, insight).all;
  const before = beforeOf(repo, answer);
  const trend = riskTrendModel(insight, repo, today, computing);
  const kept = plan.risks.length > 0 || (before.ok && before.facts.plan.risks.length > 0);
  return {
    tab: 'risks',
    open: open.length,
    bands: BANDS.map(band => ({ band, count: counts[band] })),
    ...(open.length > 0 && {
      heat: heatModel(facts, open, before.ok ? { facts: before.facts, since } : undefined, limits),
    }),
    ...(kept && { moves: riskMovesModel(facts, before, limits) }),
    ...((kept || trend.kind === 'trend') && { trend }),
    issues: paged('issues', issues, limits, row),
    risks: paged('risks', chosen, limits, row),
    empty: { code: emptyCode(plan, view, open.length, issues.length), args: [] },
    closed: paged(
      'closedRisks',
      sorted.filter(({ status }) => status === 'closed'),
      limits,
      row,
    ),
    register: {
      records: copied.map(risk => recordOf(risk, titles)),
      left: issues.length + chosen.length - copied.length,
    },
    findings: ruleFindings(facts, findings, repo?.history?.defaultBranch?.name, limits),
    ...(findings.length > 0 && { dismiss: dismissText(plan) }),
    ...(plan.risks.length === 0 && { first: firstRisk(plan, addDays(today, REVIEW)) }),
  };
}

/** @param titles of milestones by key */
function recordOf(risk: Risk, titles: ReadonlyMap<string, string>): RiskRecord {
  const { id, status, probability, impact, score, response, owner, review, milestone = '' } = risk;
  const title = titles.get(milestone);
  return {
    id,
    title: clip(risk.title),
    status,
    ...(probability !== undefined && { probability }),
    ...(impact !== undefined && { impact }),
    ...(score !== undefined && { score }),
    band: bandOfRisk(risk),
    ...(response !== undefined && { response }),
    ...(owner !== undefined && { owner: clip(owner) }),
    ...(review !== undefined && { review }),
    ...(title !== undefined && { milestone: clip(title) }),
    tasks: risk.tasks.slice(0, COPIED_TASKS),
  };
}

function isChosen(risk: Risk, { band, cell }: Pick<View, 'band' | 'cell'>): boolean {
  return (!band || bandOfRisk(risk) === band) && (!cell || sameCell(cellOf(risk), cell));
}

/** Only Milepost's own format has files for risks; a folder of it may add them to another plan. */
function emptyCode(plan: Plan, { band, cell }: Pick<View, 'band' | 'cell'>, open: number, issues: number) {
  if (open > 0 && (band || cell)) {
    return cell ? 'risks.none-in-cell' : 'panel.no-risks-band';
  }
  if (issues > 0) {
    return 'panel.no-more-risks';
  }
  if (ownFolder(plan) !== undefined) {
    return 'panel.no-risks';
  }
  return plan.format === 'backlog' ? 'panel.no-risks-backlog' : 'panel.no-risks-format';
}

function riskModel(risk: Risk, facts: PlanFacts): RiskModel {
  const { probability, impact, score, response, owner, review } = risk;
  const band = bandOfRisk(risk);
  const milestone = facts.plan.milestones.find(one => one.key === risk.milestone);
  return {
    band,
    ...(score !== undefined && { score }),
    factors:
      probability !== undefined && impact !== undefined
        ? { code: 'panel.factors', args: [probability, impact] }
        : { code: 'panel.factors-missing', args: [] },
    status: { code: `panel.risk-${risk.status}`, args: [] },
    occurred: risk.status === 'occurred',
    closed: risk.status === 'closed',
    serious: risk.status !== 'closed' && (band === 'severe' || band === 'high'),
    ...(response && { response: { code: `panel.response-${response}` as const, args: [] as [] } }),
    ...(owner && { owner: clip(owner) }),
    ...(review && { review: reviewDay(facts.today, review, risk.status !== 'closed') }),
    tasks: risk.tasks.slice(0, MOST_TASKS).map(key => taskOf(key, [facts])),
    more: Math.max(0, risk.tasks.length - MOST_TASKS),
    ...(milestone && { milestone: itemModel(milestone) }),
    ...itemModel(risk),
  };
}
