import type { Backtest, Reliability } from '../../core/insight/forecast/backtest';
import type { Forecast, MilestoneForecast, PlanForecast } from '../../core/insight/forecast/forecastResult';
import type { NoDates } from '../../core/insight/schedule/planSchedule';
import type { ScheduledTask } from '../../core/insight/schedule/planSchedule';
import type { Plan, Task } from '../../core/plan/model';
import { say } from '../../words/say';
import { idOrPlace } from '../idOrPlace';
import { daysJson } from './dayJson';
import { missingParts } from '../missingParts';
import { noDatesTexts } from '../noDates';
import type { InsightOfPlan } from '../../core/insight/insightOfPlan';

/**
 * What `milepost schedule --json` prints: offsets and floats in working days from today, dates ISO, lines from one,
 * absent is null, and so is a day beyond the horizon of 50 years (see {@link daysJson}).
 */
export function scheduleJson(root: string, plans: readonly InsightOfPlan[]): object {
  return {
    root,
    plans: plans.map(({ plan, insight: { schedule } }) => {
      const tasks = new Map(plan.tasks.map(task => [task.uid, task]));
      const nameOf = (uid: string): string => idOrPlace(tasks.get(uid) as Task);
      return {
        folder: plan.folder,
        today: schedule.today,
        finish: daysJson({ critical: schedule.finish?.critical, limited: schedule.finish?.limited }),
        criticalPath: schedule.path.map(nameOf),
        assumed: schedule.assumed,
        tasks: [...schedule.tasks.values()].map(task => taskJson(plan, tasks.get(task.uid) as Task, task)),
        milestones: plan.milestones.flatMap(({ id, key }) => {
          const dates = schedule.milestones.get(key);
          return dates
            ? [
                {
                  id,
                  ...daysJson({ critical: dates.critical, limited: dates.limited }),
                  path: dates.path.map(nameOf),
                },
              ]
            : [];
        }),
        cycles: schedule.cyclic.map(nameOf),
        missing: missingParts(plan).map(say),
        noDates: schedule.noDates ? noDatesJson(plan, schedule.noDates, nameOf) : null,
      };
    }),
  };
}

function noDatesJson(plan: Plan, noDates: NoDates, nameOf: (uid: string) => string): object {
  const { reason, estimated, open, ask } = noDates;
  return {
    reason,
    estimated,
    open,
    ask: ask.map(({ uid, dependents }) => ({ id: nameOf(uid), dependents })),
    message: noDatesTexts(noDates, plan).map(say),
  };
}

function taskJson({ folder }: Plan, { id, file, line }: Task, task: ScheduledTask): object {
  return {
    plan: folder,
    id,
    file,
    line: line + 1,
    es: task.es,
    ef: task.ef,
    ls: task.ls,
    lf: task.lf,
    totalFloat: task.totalFloat,
    freeFloat: task.freeFloat,
    dueFloat: task.dueFloat ?? null,
    dueFor: task.dueFor ?? null,
    critical: task.critical,
    ...daysJson({
      start: task.start,
      finish: task.finish,
      limitedStart: task.limitedStart,
      limitedFinish: task.limitedFinish,
    }),
    remaining: task.remaining.days,
    remainingFrom: task.remaining.source,
    assumed: task.remaining.source === 'assumed',
    bestCase: task.bestCase,
  };
}

/**
 * What `milepost forecast --json` prints. A milestone of null is all open work. A backtest judges forecasts by
 * throughput, whatever the method of the dates.
 */
export function forecastJson(root: string, plans: readonly InsightOfPlan[]): object {
  return {
    root,
    plans: plans.map(({ plan, insight }) => ({
      folder: plan.folder,
      today: insight.today,
      forecast: forecastRows(plan, insight.forecast),
      reasons: [...missingParts(plan).map(say), ...insight.forecast.reasons.map(say)],
      ...(insight.backtest && { backtest: backtestJson(plan, insight.backtest) }),
    })),
  };
}

function forecastRows(plan: Plan, forecast: Forecast): object[] {
  if (forecast.kind === 'none') {
    return [];
  }
  return [...forecast.milestones, forecast.whole].map(row => ({
    plan: plan.folder,
    milestone: row === forecast.whole ? null : (idOfMilestone(plan, row.milestone) ?? ''),
    remaining: row.remaining,
    method: forecast.method,
    runs: forecast.runs,
    ...daysJson({ p50: row.p50, p85: row.p85, p95: row.p95 }),
    ifScopeStays: row.steady
      ? daysJson({ p50: row.steady.p50, p85: row.steady.p85, p95: row.steady.p95 })
      : null,
    reasons: reasonsOf(row, forecast),
  }));
}

function reasonsOf(row: MilestoneForecast, { reasons }: PlanForecast): string[] {
  return reasons
    .filter(({ code }) => code !== 'scope-grows' || row.p85 === undefined)
    .map(reason => say(reason));
}

function idOfMilestone({ milestones }: Plan, key: string): string | undefined {
  return milestones.find(milestone => milestone.key === key)?.id;
}

function backtestJson(plan: Plan, { byMilestone, ...whole }: Backtest): object {
  return {
    method: 'throughput',
    ...sharesOf(whole),
    byMilestone: byMilestone.map(({ milestone, ...one }) => ({
      milestone: idOfMilestone(plan, milestone) ?? milestone,
      ...sharesOf(one),
    })),
  };
}

function sharesOf({ trials, independent, p50, p85 }: Reliability): object {
  return { trials, independent, p50: trials > 0 ? p50 : null, p85: trials > 0 ? p85 : null };
}
