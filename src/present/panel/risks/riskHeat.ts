import { bandOf } from '../../../core/insight/risks/band';
import { mayHappen } from '../../../core/plan/mayHappen';
import type { IsoDate } from '../../../core/base/dates';
import type { Risk } from '../../../core/plan/model';
import type { PlanFacts } from '../../../core/snapshot';
import { LEVELS } from '../../../shared/risksModel';
import type { HeatCellModel, HeatModel, Level, RiskCell } from '../../../shared/risksModel';
import type { Text } from '../../../words/text';
import { groupBy } from '../../planIndex';
import { itemModel } from '../parts/items';
import { clip } from '../parts/paging';
import type { Limits } from '../parts/paging';
import { cellOf, risksByKey, sameCell } from './riskPlaces';

/** Risks that a cell names. */
const MOST_LINES = 8;
/** Unscored risks that are named beside the map. */
const MOST_UNSCORED = 6;

/** A plan as it was on a day. */
export interface RiskBaseline {
  readonly facts: PlanFacts;
  readonly since: IsoDate;
}

type Came = NonNullable<HeatCellModel['came']>;
const CAME: readonly Came[] = ['up', 'new', 'down'];

/**
 * Risks on the 5 × 5 map, each cell with what has come and gone since the baseline.
 * @param risks those that may still happen, by score
 */
export function heatModel(
  facts: PlanFacts,
  risks: readonly Risk[],
  baseline: RiskBaseline | undefined,
  limits: Limits,
): HeatModel {
  const was = baseline && risksByKey(baseline.facts);
  const gone = baseline ? goneFrom(baseline, risksByKey(facts)) : [];
  const here = groupBy(risks, risk => nameOfCell(cellOf(risk)));
  const left = groupBy(gone, ({ from }) => nameOfCell(from));
  const rows = LEVELS.toReversed().map(probability =>
    LEVELS.map(impact => {
      const cell = { probability, impact };
      const name = nameOfCell(cell);
      return cellModel(cell, here.get(name) ?? [], left.get(name) ?? [], was, limits);
    }),
  );
  const unscored = risks.filter(risk => cellOf(risk) === undefined);
  const moved = rows.flat().some(({ came, left }) => came || left > 0);
  return {
    rows,
    unscored: unscored.slice(0, MOST_UNSCORED).map(itemModel),
    more: Math.max(0, unscored.length - MOST_UNSCORED),
    ...(baseline && moved && { since: baseline.since }),
  };
}

/** A risk that has left its cell. */
interface Gone {
  readonly risk: Risk;
  readonly from: RiskCell;
  /** Undefined when the file is gone. */
  readonly now: Risk | undefined;
}

function goneFrom({ facts }: RiskBaseline, is: ReadonlyMap<string, Risk>): Gone[] {
  return [...risksByKey({ plan: facts.plan }).values()].filter(mayHappen).flatMap(risk => {
    const from = cellOf(risk);
    const now = is.get(risk.key);
    const stays = now && mayHappen(now) && sameCell(cellOf(now), from);
    return from && !stays ? [{ risk, from, now }] : [];
  });
}

function cellModel(
  cell: RiskCell,
  here: readonly Risk[],
  left: readonly Gone[],
  was: ReadonlyMap<string, Risk> | undefined,
  { most }: Limits,
): HeatCellModel {
  const ways = new Set(was && here.map(risk => cameTo(risk, was)));
  const came = CAME.find(way => ways.has(way));
  const lines = [
    ...here.slice(0, MOST_LINES).map((risk): Text => [nameOf(risk), wasText(risk, was)]),
    ...left.slice(0, MOST_LINES).map(({ risk, now }): Text => [nameOf(now ?? risk), nowText(now)]),
  ].slice(0, MOST_LINES);
  return {
    ...cell,
    band: bandOf(cell.probability * cell.impact),
    count: here.length,
    ids: here.slice(0, most).map(({ id }) => clip(id)),
    lines,
    more: here.length + left.length - lines.length,
    ...(came && { came }),
    left: left.length,
  };
}

/** How a risk came to its cell since the baseline; undefined for one that was there. */
function cameTo(risk: Risk, was: ReadonlyMap<string, Risk>): Came | undefined {
  const before = was.get(risk.key);
  const from = before && mayHappen(before) ? cellOf(before) : undefined;
  if (!from) {
    return 'new';
  }
  const rise = (risk.score ?? 0) - from.probability * from.impact;
  return sameCell(cellOf(risk), from) ? undefined : rise >= 0 ? 'up' : 'down';
}

function nameOfCell(cell: RiskCell | undefined): string {
  return cell ? `${cell.probability} ${cell.impact}` : '';
}

function nameOf({ id, title }: Risk): string {
  return clip(`${id} ${title}`.trim());
}

function wasText(risk: Risk, was: ReadonlyMap<string, Risk> | undefined): Text {
  const came = was && cameTo(risk, was);
  const from = was?.get(risk.key);
  if (!came) {
    return '';
  }
  return came === 'new' || !from
    ? { code: 'risks.came-new', args: [] }
    : { code: 'risks.was-at', args: placeOf(from) };
}

function nowText(now: Risk | undefined): Text {
  if (!now) {
    return { code: 'risks.gone', args: [] };
  }
  if (!mayHappen(now)) {
    return { code: `panel.risk-${now.status}`, args: [] };
  }
  return cellOf(now) ? { code: 'risks.now-at', args: placeOf(now) } : { code: 'ui.not-scored', args: [] };
}

function placeOf({ probability = 0, impact = 0 }: Risk): [Level | 0, Level | 0] {
  return [probability as Level, impact as Level];
}
