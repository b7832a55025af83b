import { MOST_ASSUMED } from '../../../core/insight/mostAssumed';
import type { PlanInsight } from '../../../core/insight/planInsight';
import type { ScheduledTask } from '../../../core/insight/schedule/planSchedule';
import { workdaysBetween } from '../../../core/plan/countWorkdays';
import type { IsoDate } from '../../../core/base/dates';
import type { Task } from '../../../core/plan/model';
import type { PlanFacts } from '../../../core/snapshot';
import type { PathModel, PathTaskModel } from '../../../shared/panelModel';
import type { Text } from '../../../words/text';
import { noDatesTexts } from '../../noDates';
import { byDue, indexOf } from '../../planIndex';
import { tenths, workLeftText } from '../../workLeft';
import { isMilestoneOver } from '../../planIndex';
import { people, taskModel } from '../parts/items';
import { clip, paged } from '../parts/paging';
import { spanOfTask } from '../timeline/timeline';
import type { Limits } from '../parts/paging';

/**
 * What decides when the nearest milestone can end at the earliest, else the whole plan: the longest chain of tasks
 * that wait for each other, in the order in which they are to be done; or why that cannot be told. Undefined where
 * nothing is open.
 */
export function pathModel(
  facts: PlanFacts,
  { schedule }: PlanInsight,
  limits: Limits,
): PathModel | undefined {
  const { plan } = facts;
  if (schedule.noDates) {
    return {
      text: noDatesTexts(schedule.noDates, plan),
      late: false,
      tasks: paged<never, never>('path', [], limits, none => none),
    };
  }
  const milestone = [...plan.milestones]
    .filter(one => one.due !== undefined && !isMilestoneOver(one) && schedule.milestones.has(one.key))
    .sort(byDue)[0];
  const own = milestone && schedule.milestones.get(milestone.key);
  const finish = own?.critical ?? schedule.finish?.critical;
  const limited = own ? own.limited : schedule.finish?.limited;
  if (finish === undefined) {
    return undefined;
  }
  const tasks = (own?.path ?? schedule.path).flatMap(uid => {
    const task = indexOf(facts).byUid.get(uid);
    const dates = schedule.tasks.get(uid);
    return task && dates ? [{ task, dates }] : [];
  });
  const due = milestone?.due;
  const late = due !== undefined && finish > due;
  const last = tasks.at(-1);
  const work = tasks.reduce((sum, { dates }) => sum + dates.remaining.days, 0);
  const days = Math.max(1, Math.round(work));
  const waits = Math.round((last?.dates.ef ?? 0) - work);
  const text: Text[] = [
    milestone
      ? {
          code: 'panel.path-milestone',
          args: [clip(milestone.title), finish, tasks.length, days, waits],
        }
      : { code: 'panel.path-plan', args: [finish, tasks.length, days, waits] },
    ...(due === undefined ? [] : [dueText(facts, finish, due)]),
    ...(limited !== undefined && limited > finish
      ? [{ code: 'panel.path-limited' as const, args: [limited] as [string] }]
      : []),
    ...(schedule.assumed > MOST_ASSUMED
      ? [
          {
            code: 'panel.assumed-dates' as const,
            args: [Math.round(schedule.assumed * 100), tenths(schedule.assumedDays)] as [number, number],
          },
        ]
      : []),
  ];
  return { text, late, tasks: paged('path', tasks, limits, ({ task, dates }) => pathTask(task, dates)) };
}

function dueText({ plan: { settings } }: PlanFacts, finish: IsoDate, due: IsoDate): Text {
  return finish > due
    ? { code: 'panel.path-late', args: [due] }
    : { code: 'panel.path-in-time', args: [due, workdaysBetween(finish, due, settings)] };
}

/** With the dates that the timeline shows. */
function pathTask(task: Task, dates: ScheduledTask): PathTaskModel {
  const { start, finish } = spanOfTask(dates);
  return {
    ...taskModel(task),
    detail: [
      { code: 'panel.bar-dates', args: [start, finish] },
      workLeftText(dates.remaining),
      people(task.assignees),
    ],
  };
}
