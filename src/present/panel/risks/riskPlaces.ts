import { bandOf } from '../../../core/insight/risks/band';
import type { Risk } from '../../../core/plan/model';
import type { PlanFacts } from '../../../core/snapshot';
import { LEVELS } from '../../../shared/risksModel';
import type { Band, Level, RiskCell } from '../../../shared/risksModel';

/** The highest score first, unscored ones last. */
export function byScore(a: Risk, b: Risk): number {
  return (b.score ?? 0) - (a.score ?? 0) || a.id.localeCompare(b.id);
}

/** Returns the band of a risk. */
export function bandOfRisk({ score }: Pick<Risk, 'score'>): Band {
  return score === undefined ? 'unscored' : bandOf(score);
}

/** Where a risk stands on the map; nowhere without probability or impact. */
export function cellOf({ probability, impact }: Risk): RiskCell | undefined {
  const [across, up] = [levelOf(impact), levelOf(probability)];
  return across && up && { probability: up, impact: across };
}

/** Whether two places are in one cell of the heat map. */
export function sameCell(a: RiskCell | undefined, b: RiskCell | undefined): boolean {
  return a?.probability === b?.probability && a?.impact === b?.impact;
}

function levelOf(value: number | undefined): Level | undefined {
  return LEVELS.find(level => level === value);
}

/** The first risk of every key, as the plan holds it. */
export function risksByKey({ plan }: Pick<PlanFacts, 'plan'>): ReadonlyMap<string, Risk> {
  return new Map(plan.risks.toReversed().map(risk => [risk.key, risk]));
}
