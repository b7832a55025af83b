import { riskMovements } from '../../../core/insight/risks/register';
import type { RiskPosition } from '../../../core/insight/risks/register';
import type { PlanFacts } from '../../../core/snapshot';
import type { RiskMoveModel, RiskMovesModel, RiskPlaceModel } from '../../../shared/risksModel';
import type { Before } from '../parts/before';
import { itemModel } from '../parts/items';
import { clip, paged } from '../parts/paging';
import type { Limits } from '../parts/paging';
import { risksByKey } from './riskPlaces';

/** What is new, has moved, has occurred or is settled since the baseline, each from → to. */
export function riskMovesModel(facts: PlanFacts, before: Before, limits: Limits): RiskMovesModel {
  if (!before.ok) {
    return { kind: 'unknown', text: before.text };
  }
  const is = risksByKey(facts);
  const moves = riskMovements(before.facts.plan, facts.plan);
  return {
    kind: 'known',
    moves: paged('riskMoves', moves, limits, (move): RiskMoveModel => {
      const { kind, key, id, title, from, to } = move;
      const risk = is.get(key);
      return {
        ...(risk ? itemModel(risk) : { kind: 'risk' as const, uid: '', id, title: clip(title) }),
        move: kind,
        ...(from && { from: placeModel(from) }),
        to: to ? placeModel(to) : { text: { code: 'risks.gone', args: [] } },
      };
    }),
  };
}

/** Whoever is over has no score any more, only its status. */
function placeModel({ status, score, band }: RiskPosition): RiskPlaceModel {
  if (status === 'occurred' || status === 'closed') {
    return { text: { code: `panel.risk-${status}`, args: [] } };
  }
  return score === undefined || band === 'unscored'
    ? { text: { code: 'ui.not-scored', args: [] }, band: 'unscored' }
    : { text: { code: 'ui.band', args: [band, score] }, band };
}
