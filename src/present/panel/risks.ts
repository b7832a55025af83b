import { bandOf } from '../../core/insight/risk/band';
import type { Plan, Risk } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import { BANDS } from '../../shared/panelModel';
import type { Band, RiskModel, RisksModel } from '../../shared/panelModel';
import { reviewDay } from './days';
import { itemModel, taskOf } from './items';
import { clip, paged } from './paging';
import type { Limits } from './paging';

/** Mitigation tasks that are named in a row. */
const MOST_TASKS = 8;

/** The highest score first, unscored ones last. */
function byScore(a: Risk, b: Risk): number {
  return (b.score ?? 0) - (a.score ?? 0) || a.id.localeCompare(b.id);
}

function bandOfRisk({ score }: Risk): Band {
  return score === undefined ? 'unscored' : bandOf(score);
}

/**
 * The register by score. Those that have happened stand before it; closed ones count nowhere and stand last.
 * @param band shows only the risks of this band; the counts stay
 */
export function risksModel(facts: PlanFacts, band: Band | undefined, limits: Limits): RisksModel {
  const sorted = [...facts.plan.risks].sort(byScore);
  const open = sorted.filter(risk => risk.status !== 'closed');
  const closed = sorted.filter(risk => risk.status === 'closed');
  const row = (risk: Risk) => riskModel(risk, facts);
  const chosen = open.filter(risk => !band || bandOfRisk(risk) === band);
  return {
    tab: 'risks',
    open: open.length,
    bands: BANDS.map(one => ({ band: one, count: open.filter(risk => bandOfRisk(risk) === one).length })),
    issues: paged(
      'issues',
      chosen.filter(({ status }) => status === 'occurred'),
      limits,
      row,
    ),
    risks: paged(
      'risks',
      chosen.filter(({ status }) => status !== 'occurred'),
      limits,
      row,
    ),
    empty: { code: band ? 'panel.no-risks-band' : noRisks(facts.plan, open.length), args: [] },
    closed: paged('closedRisks', closed, limits, row),
  };
}

/** Only Milepost's own format has files for risks; a folder of it may add them to another plan. */
function noRisks({ format, overlays }: Plan, open: number) {
  if (open > 0) {
    return 'panel.no-more-risks';
  }
  if (overlays?.length) {
    return 'panel.no-risks';
  }
  switch (format) {
    case 'milepost':
      return 'panel.no-risks';
    case 'backlog':
      return 'panel.no-risks-backlog';
    default:
      return 'panel.no-risks-format';
  }
}

function riskModel(risk: Risk, facts: PlanFacts): RiskModel {
  const { probability, impact, score, response, owner, review } = risk;
  const band = bandOfRisk(risk);
  const milestone = facts.plan.milestones.find(one => one.key === risk.milestone);
  return {
    ...itemModel(risk),
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
    ...(milestone && { milestone: itemModel(milestone) }),
  };
}
