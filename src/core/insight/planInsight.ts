import type { Observed } from '../evidence/link';
import type { IsoDate } from '../base/dates';
import type { Plan } from '../plan/model';
import { withTrial } from './effect/trial';
import type { Trial, TrialDates } from './effect/trial';
import { backtest } from './forecast/backtest';
import type { Backtest } from './forecast/backtest';
import type { Forecast } from './forecast/forecastResult';
import { canForecastByNetwork, forecastByNetwork } from './forecast/networkForecast';
import { queuesOf } from './forecast/queues';
import { forecastByThroughput } from './forecast/throughputForecast';
import { assess } from './findings/assessment';
import type { Assessment } from './findings/assessment';
import { pastWork } from './history/pastWork';
import type { PastWork } from './history/pastWork';
import type { PlanHistory } from './history/planHistory';
import { scopeOverTime } from './history/weeks';
import type { ScopePoint } from './history/weeks';
import type { ScheduleInput } from './schedule/planDraft';
import { withoutDates } from './schedule/noDates';
import type { PlanSchedule } from './schedule/planSchedule';
import { schedulePlans } from './schedule/schedule';
import { overloads } from './workload/overload';
import { workloadOf } from './workload/workload';
import type { PersonWorkload } from './workload/workload';
import { workHistory } from './history/workHistory';

/** A plan and what git says of it, for everything that takes longer than a keystroke. */
export interface InsightInput {
  readonly plan: Plan;
  /** By task key. */
  readonly observed: ReadonlyMap<string, Observed>;
  /** Undefined while git has not answered, and when it cannot. */
  readonly history?: PlanHistory;
}

/** What is asked beside the figures that everything needs. */
export interface InsightQuestion {
  /** The day to look from; today's of the plans unless said otherwise, e.g. the day of a baseline. */
  readonly today?: IsoDate;
  readonly backtest?: boolean;
  /** Keep when each run of the forecast ends. */
  readonly samples?: boolean;
  /** Changes of the first plan, each to be tried alone. */
  readonly trials?: readonly Trial[];
}

/** What follows from a plan, its history and today. */
export interface PlanInsight extends Assessment {
  readonly today: IsoDate;
  readonly schedule: PlanSchedule;
  /** By network where the estimates carry it, else by throughput. */
  readonly forecast: Forecast;
  /** By throughput, also where the network has the first word: the burn-up is drawn from it. */
  readonly throughput: Forecast;
  /** Scope and done work over time, week by week; empty without history. */
  readonly scope: readonly ScopePoint[];
  readonly past: PastWork;
  /** Of everybody who has work in the plans that share them, whichever plan it is in. */
  readonly workload: readonly PersonWorkload[];
  readonly history?: PlanHistory;
  /** How forecasts that could have been made in the past turned out, when that was asked for. */
  readonly backtest?: Backtest;
  /** When the work ends with each of the changes that were to be tried; only of the first plan. */
  readonly trials?: readonly TrialDates[];
}

const NO_PAST: PastWork = { cycleTimes: new Map(), ratios: [] };

/** The insight of plans that share their people, in their order. */
export function computeInsight(
  inputs: readonly InsightInput[],
  today: IsoDate,
  question: InsightQuestion = {},
): readonly PlanInsight[] {
  const works = inputs.map(input => {
    const history = input.history && workHistory(input.history, input.plan);
    const past = history ? pastWork(history, input.plan.tasks, input.plan.settings, today) : NO_PAST;
    return { ...input, history, past };
  });
  const work = works.map(({ plan, past }) => ({
    plan,
    ...(past.daysPerPoint !== undefined && { daysPerPoint: past.daysPerPoint }),
  }));
  const samples = question.samples ? { samples: true } : {};
  const scheduled = schedulePlans(work, today);
  const plans = inputs.map(({ plan }) => plan);
  const workload = workloadOf(scheduled, plans, today);
  const overloaded = overloads(scheduled, plans, today);
  return works.map(({ plan, observed, history, past }, index) => {
    const dated = scheduled.schedules[index] as PlanSchedule;
    const noDates = scheduled.noDates[index];
    const schedule = noDates ? withoutDates(dated, noDates) : dated;
    const queues = queuesOf(plan);
    const throughput = forecastByThroughput({ history, settings: plan.settings, queues, today, ...samples });
    const forecast = withUnread(
      history,
      canForecastByNetwork(schedule, past)
        ? forecastByNetwork({ plan, scheduled, index, past, queues, ...samples })
        : throughput,
    );
    return {
      today,
      schedule,
      forecast,
      throughput,
      ...assess({
        plan,
        today,
        observed,
        schedule,
        dated,
        forecast,
        overloads: overloaded,
        ...(history && { history }),
      }),
      scope: history ? scopeOverTime(history, today) : [],
      past,
      workload,
      ...(history && { history }),
      ...(history && question.backtest && { backtest: backtest(plan, history, today) }),
      ...(index === 0 &&
        question.trials && { trials: question.trials.map(trial => triedOn(work, trial, today)) }),
    };
  });
}

/** When work ends with one change of the first plan, its people still shared with the others. */
function triedOn([first, ...others]: readonly ScheduleInput[], trial: Trial, today: IsoDate): TrialDates {
  const changed = first ? [{ ...first, plan: withTrial(first.plan, trial) }] : [];
  const { schedules, noDates } = schedulePlans([...changed, ...others], today);
  const schedule = noDates[0] ? undefined : schedules[0];
  const milestones = new Map(
    [...(schedule?.milestones ?? [])].map(([key, { limited, critical }]) => [key, limited ?? critical]),
  );
  const task = schedule?.tasks.get(trial.item.uid);
  return {
    finish: schedule?.finish?.limited ?? schedule?.finish?.critical,
    milestones,
    ...(task && {
      task: { start: task.limitedStart ?? task.start, finish: task.limitedFinish ?? task.finish },
    }),
  };
}

/** A forecast that says which part of the history is not known. */
function withUnread(history: PlanHistory | undefined, forecast: Forecast): Forecast {
  return history?.unread
    ? { ...forecast, reasons: [...forecast.reasons, { code: 'versions-unread', args: [history.unread] }] }
    : forecast;
}
