import type { Risk } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import { BANDS } from '../../shared/panelModel';
import type { Band, RiskModel, RisksModel } from '../../shared/panelModel';
import { reviewDay } from './days';
import { bandOf } from '../itemIcons';
import { itemModel, taskOf } from './items';
import { clip, paged } from './paging';
import type { Limits } from './paging';

/** Mitigation tasks that are named in a row. */
const MOST_TASKS = 8;

/** Those that have happened first, then the highest score; unscored ones last. */
function byScore(a: Risk, b: Risk): number {
  const occurred = Number(b.status === 'occurred') - Number(a.status === 'occurred');
  return occurred || (b.score ?? 0) - (a.score ?? 0) || a.id.localeCompare(b.id);
}

function bandOfRisk({ score }: Risk): Band {
  return score === undefined ? 'unscored' : bandOf(score);
}

/**
 * The register by score. Closed risks count nowhere and stand apart.
 * @param band shows only the risks of this band; the counts stay
 */
export function risksModel(facts: PlanFacts, band: Band | undefined, limits: Limits): RisksModel {
  const sorted = [...facts.plan.risks].sort(byScore);
  const open = sorted.filter(risk => risk.status !== 'closed');
  const closed = sorted.filter(risk => risk.status === 'closed');
  const row = (risk: Risk) => riskModel(risk, facts);
  return {
    tab: 'risks',
    open: open.length,
    bands: BANDS.map(one => ({ band: one, count: open.filter(risk => bandOfRisk(risk) === one).length })),
    risks: paged(
      'risks',
      open.filter(risk => !band || bandOfRisk(risk) === band),
      limits,
      row,
    ),
    closed: paged('closedRisks', closed, limits, row),
  };
}

function riskModel(risk: Risk, facts: PlanFacts): RiskModel {
  const { probability, impact, score, response, owner, review } = risk;
  const milestone = facts.plan.milestones.find(one => one.key === risk.milestone);
  return {
    ...itemModel(risk),
    band: bandOfRisk(risk),
    ...(score !== undefined && { score }),
    factors:
      probability !== undefined && impact !== undefined
        ? { code: 'panel.factors', args: [probability, impact] }
        : { code: 'panel.factors-missing', args: [] },
    status: { code: `panel.risk-${risk.status}`, args: [] },
    occurred: risk.status === 'occurred',
    ...(response && { response: { code: `panel.response-${response}` as const, args: [] as [] } }),
    ...(owner && { owner: clip(owner) }),
    ...(review && { review: reviewDay(facts.today, review, risk.status !== 'closed') }),
    tasks: risk.tasks.slice(0, MOST_TASKS).map(key => taskOf(key, [facts])),
    ...(milestone && { milestone: itemModel(milestone) }),
  };
}
