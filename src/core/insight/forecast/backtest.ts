import type { IsoDate } from '../../base/dates';
import type { Plan } from '../../plan/model';
import type { PlanHistory, TaskLife } from '../history/planHistory';
import { eventsUntil, weeksOf } from '../history/weeks';
import type { ForecastDates } from './forecastResult';
import { inTurn } from './queues';
import { forecastByThroughput } from './throughputForecast';

/** How forecasts that could have been made in the past turned out. */
export interface Reliability {
  readonly trials: number;
  /** Trials none of which had begun before the one before it was over: the others repeat much of each other. */
  readonly independent: number;
  /** Shares of the trials that were over by their P50 and by their P85, 0–1; NaN without trials. */
  readonly p50: number;
  readonly p85: number;
}

/** How forecasts made for past weeks turned out. */
export interface Backtest extends Reliability {
  /** Milestones with trials of their own, by key. */
  readonly byMilestone: readonly (Reliability & { readonly milestone: string })[];
}

interface Trial extends ForecastDates {
  readonly made: IsoDate;
  /** The day on which the last of it was done; undefined while it is not. */
  readonly over?: IsoDate;
}

/** Enough to tell P85 from P50, and quick enough for every week of a long history. */
const RUNS = 1000;

/**
 * Replays the history: on every Monday on which a forecast by throughput was possible, what it would have said
 * with what was known then, against what happened. What was open then counts also where it has been dropped or
 * deleted since, which ends it as well. For the plan: when as many tasks are over as were open then, if the scope
 * stays. For a milestone: when all of its tasks that were known then are over. A trial that is not over counts as
 * missed once its P85 has passed, and not at all before. Which task belongs to which milestone is taken from the plan
 * as it is today; what it no longer has belonged to none.
 */
export function backtest(plan: Plan, history: PlanHistory, today: IsoDate): Backtest {
  const milestones = new Map(plan.tasks.map(({ key, milestone }) => [key, milestone] as const));
  const lives = [...history.tasks.values()].map(life => ({
    life,
    milestone: milestones.get(life.key) ?? '',
  }));
  const overOn = overDays(history, today);
  const whole: Trial[] = [];
  const byMilestone = new Map<string, Trial[]>();
  for (const { start } of weeksOf(history, today, plan.settings)) {
    const known = new Map(lives.map(({ life }) => [life.key, stateOn(life, start)]));
    const isOpen = (key: string): boolean => {
      const state = known.get(key);
      return state !== undefined && !OVER.includes(state);
    };
    const open = lives.filter(({ life }) => isOpen(life.key));
    const queues = inTurn(
      plan.milestones,
      open.map(({ milestone }) => milestone),
    );
    const forecast = forecastByThroughput({
      history,
      settings: plan.settings,
      queues,
      today: start,
      runs: RUNS,
    });
    if (forecast.kind === 'none') {
      continue;
    }
    const over = overOn.filter(day => day >= start)[open.length - 1];
    whole.push({ made: start, ...forecast.whole.steady, ...(over !== undefined && { over }) });
    for (const { milestone, p50, p85 } of forecast.milestones) {
      const own = open.filter(one => one.milestone === milestone);
      if (milestone !== '' && own.length > 0) {
        const over = lastDone(
          own.map(({ life }) => life),
          today,
        );
        const trial = {
          made: start,
          ...(p50 && { p50 }),
          ...(p85 && { p85 }),
          ...(over !== undefined && { over }),
        };
        byMilestone.set(milestone, [...(byMilestone.get(milestone) ?? []), trial]);
      }
    }
  }
  return {
    ...reliabilityOf(whole, today),
    byMilestone: [...byMilestone]
      .map(([milestone, trials]) => ({ milestone, ...reliabilityOf(trials, today) }))
      .filter(({ trials }) => trials > 0),
  };
}

function stateOn(life: TaskLife, morning: IsoDate): TaskLife['events'][number]['state'] | undefined {
  return eventsUntil(life, morning).at(-1)?.state;
}

const OVER: readonly (string | undefined)[] = ['done', 'dropped', 'gone'];

/** The day on which every task that is over was done or left the plan, in ascending order. */
function overDays({ tasks }: PlanHistory, today: IsoDate): IsoDate[] {
  return [...tasks.values()]
    .flatMap(life => {
      const known = eventsUntil(life, today);
      const last = known.at(-1);
      return last && OVER.includes(last.state) && known.length > 1 ? [last.day] : [];
    })
    .sort();
}

/** When the last of some tasks was done or left the plan; undefined while one of them is open. */
function lastDone(lives: readonly TaskLife[], today: IsoDate): IsoDate | undefined {
  let latest: IsoDate | undefined;
  for (const life of lives) {
    const last = eventsUntil(life, today).at(-1);
    if (!last || !OVER.includes(last.state)) {
      return undefined;
    }
    latest = latest === undefined || last.day > latest ? last.day : latest;
  }
  return latest;
}

function reliabilityOf(trials: readonly Trial[], today: IsoDate): Reliability {
  const decided = trials.filter(({ p85, over }) => p85 !== undefined && (over !== undefined || p85 < today));
  const share = (pick: (trial: Trial) => IsoDate | undefined): number =>
    decided.filter(trial => trial.over !== undefined && trial.over <= (pick(trial) ?? '')).length /
    decided.length;
  let independent = 0;
  let busyUntil = '';
  for (const { made, over } of decided) {
    if (made > busyUntil) {
      independent++;
      busyUntil = over ?? today;
    }
  }
  return { trials: decided.length, independent, p50: share(({ p50 }) => p50), p85: share(({ p85 }) => p85) };
}
