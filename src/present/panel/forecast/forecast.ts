import type { Backtest } from '../../../core/insight/forecast/backtest';
import type {
  ConePoint,
  Forecast,
  ForecastDates,
  MilestoneForecast,
} from '../../../core/insight/forecast/forecastResult';
import type { ScopePoint } from '../../../core/insight/history/weeks';
import type { PlanInsight } from '../../../core/insight/planInsight';
import { BEYOND, daysBetween } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';
import type { Milestone } from '../../../core/plan/model';
import type { PlanFacts } from '../../../core/snapshot';
import type {
  BurnUpModel,
  ForecastDatesModel,
  ForecastModel,
  ForecastRowModel,
  ForecastStanding,
} from '../../../shared/forecastModel';
import type { DayModel } from '../../../shared/parts';
import type { Text } from '../../../words/text';
import { dueDay } from '../parts/days';
import { itemModel } from '../parts/items';
import { missingParts } from '../../missingParts';
import { isFinished } from '../../health';

/** When milestones are done, what that rests on, and the burn-up of the plan. */
export function forecastModel(facts: PlanFacts, insight: PlanInsight): ForecastModel {
  const { forecast, backtest } = insight;
  const rows = forecast.kind === 'none' ? [] : rowsOf(facts, forecast);
  const burnUp = burnUpOf(facts, insight);
  return {
    tab: 'forecast',
    kind: 'forecast',
    ...(forecast.kind === 'forecast' && {
      method: methodOf(forecast.method, forecast.runs),
    }),
    rows,
    reasons: [
      ...missingParts(facts.plan),
      ...(forecast.reasons as readonly Text[]),
      ...(isByNetwork(forecast) ? [{ code: 'panel.scope-stays' as const, args: [] as [] }] : []),
    ],
    ...(backtest && rows.length > 0 && { reliability: reliabilityOf(backtest, isByNetwork(forecast)) }),
    ...(burnUp && { burnUp }),
  };
}

function isByNetwork(forecast: Forecast): boolean {
  return forecast.kind === 'forecast' && forecast.method === 'network';
}

/** Fewer trials than this that do not overlap say nothing about the next one. */
const FEWEST_TRIALS = 4;
/** A share this far from the promised 85 % is more than chance. */
const FAR = 0.1;

/** How past forecasts turned out, and what that means for this one: nothing, where it is made in another way. */
function reliabilityOf({ trials, independent, p50, p85 }: Backtest, other: boolean): readonly Text[] {
  if (trials === 0) {
    return [{ code: 'panel.no-trials', args: [] }];
  }
  const verdict = other
    ? 'other'
    : independent < FEWEST_TRIALS
      ? 'few'
      : p85 < 0.85 - FAR
        ? 'hopeful'
        : p85 > 0.85 + FAR
          ? 'cautious'
          : 'fair';
  return [
    {
      code: 'panel.reliability',
      args: [trials, independent, Math.round(p50 * 100), Math.round(p85 * 100)],
    },
    { code: `panel.reliability-${verdict}`, args: [] },
  ];
}

function methodOf(method: 'throughput' | 'network', runs: number): Text {
  return method === 'network'
    ? { code: 'panel.by-network', args: [runs] }
    : { code: 'panel.by-throughput', args: [runs] };
}

function rowsOf(facts: PlanFacts, forecast: Extract<Forecast, { kind: 'forecast' }>): ForecastRowModel[] {
  const { plan } = facts;
  const row = (one: MilestoneForecast, name: Text): ForecastRowModel => {
    const milestone = plan.milestones.find(({ key }) => key === one.milestone);
    return {
      ...(milestone && { milestone: itemModel(milestone) }),
      name,
      remaining: one.remaining,
      ...(milestone?.due !== undefined && { due: dueDay(facts.today, milestone.due, true) }),
      standing: standingOf(milestone, one),
      ...datesModel(one, facts.today, milestone?.due),
      ...(one.steady && { steady: datesModel(one.steady, facts.today, milestone?.due) }),
    };
  };
  const rows = forecast.milestones.map(one => {
    const milestone = plan.milestones.find(({ key }) => key === one.milestone);
    return row(one, milestone?.title ?? { code: 'panel.without-milestone', args: [] });
  });
  return rows.length > 1 ? [...rows, row(forecast.whole, { code: 'panel.all-open', args: [] })] : rows;
}

function standingOf(milestone: Milestone | undefined, { p50, p85 }: ForecastDates): ForecastStanding {
  const due = milestone?.due;
  if (due === undefined) {
    return 'unknown';
  }
  return p50 === undefined || p50 > due ? 'missed' : p85 === undefined || p85 > due ? 'at-risk' : 'kept';
}

/** Against the due date where there is one, else against today. */
function datesModel(
  { p50, p85, p95 }: ForecastDates,
  today: IsoDate,
  due: IsoDate | undefined,
): ForecastDatesModel {
  const day = (date: IsoDate): DayModel =>
    due === undefined ? dueDay(today, date, true) : againstDue(date, due);
  return {
    ...(p50 !== undefined && { p50: day(p50) }),
    ...(p85 !== undefined && { p85: day(p85) }),
    ...(p95 !== undefined && { p95: day(p95) }),
  };
}

function againstDue(date: IsoDate, due: IsoDate): DayModel {
  const late = daysBetween(due, date);
  if (date === BEYOND) {
    return { date, text: '', passed: true };
  }
  return {
    date,
    text: late > 0 ? { code: 'panel.days-late', args: [late] } : { code: 'panel.days-early', args: [-late] },
    passed: late > 0,
  };
}

function burnUpOf(
  facts: PlanFacts,
  { scope, throughput, forecast, today }: PlanInsight,
): BurnUpModel | undefined {
  const last = scope.at(-1);
  const cone = throughput.kind === 'forecast' ? throughput.cone : [];
  // One day makes no line.
  if (!last || scope.length + cone.length < 2) {
    return undefined;
  }
  const { done, total } = facts.progress.plan;
  const notes: Text[] = [];
  if (throughput.kind === 'forecast') {
    notes.push({ code: isByNetwork(forecast) ? 'panel.cone-by-weeks' : 'panel.cone-grows', args: [] });
  }
  if (last.scope !== total || last.done !== done) {
    notes.push({ code: 'panel.burn-up-counts', args: [done, total] });
  }
  return {
    points: scope,
    cone: coneUpTo(last, cone),
    today,
    dues: facts.plan.milestones
      .filter(milestone => milestone.due !== undefined && !isFinished(milestone, facts))
      .map(({ due, title }) => ({ day: due as IsoDate, title })),
    text: {
      code: 'panel.burn-up-text',
      args: [last.done, last.scope, scope[0]?.day ?? today, scope[0]?.scope ?? 0],
    },
    notes,
  };
}

/**
 * The cone on top of what is done already, as far as the scope of today: what is added later is in no line of the chart.
 * It ends where 85 % of the runs have done all of that.
 */
function coneUpTo({ done, scope }: ScopePoint, cone: readonly ConePoint[]): ConePoint[] {
  const upTo = (amount: number): number => Math.min(scope, done + amount);
  const points = cone.map(({ day, p50, p85, p15 }) => ({
    day,
    p50: upTo(p50),
    p85: upTo(p85),
    p15: upTo(p15),
  }));
  const end = points.findIndex(({ p85 }) => p85 === scope);
  return end < 0 ? points : points.slice(0, end + 1);
}
