import { addDays, daysBetween } from '../../base/dates';
import type { Task } from '../../plan/model';
import { isStarted } from '../health/outlook';
import { MOST_ASSUMED } from '../mostAssumed';
import type { ScheduledTask } from '../schedule/planSchedule';
import { lateDays } from '../schedule/slack';
import { TOLERANCE } from '../schedule/workingTime';
import type { Found, RuleContext, RuleReason } from './ruleContext';
import { isOpen, tenths } from './ruleContext';
import { usedUp } from './usedUp';

/** Something late that others wait for: its id, and the day on which it should have ended. */
interface Late {
  readonly id: string;
  readonly due: string;
}

/** Working days between the end of a task that begins today and its due date: less is soon. */
const ROOM = 2;
/** A task without an estimate takes at least a day. */
const LEAST_WORK = 1;

/**
 * At most one finding for each task about its dates, the first that holds: overdue; blocked; blocked by something
 * late, where that moves its own start or due date; not to be done until its own due date; due soon and not
 * started; its estimate used up without progress. A date downstream makes no finding here: whatever carries that date
 * has it, a task with subtasks for those of them that have no finding of their own about a nearer date. Nothing rests
 * on assumed estimates.
 */
export function taskDateFindings(context: RuleContext): Found[] {
  const { plan } = context;
  const late = lateTasks(context);
  const overdueBelow = new Set<Task>();
  for (const task of context.work) {
    if (isOverdue(task, context)) {
      context.above(task).forEach(parent => overdueBelow.add(parent));
    }
  }
  const own = new Set(context.work);
  const openBelow = new Set(context.work.filter(isOpen).flatMap(task => context.above(task)));
  const lastOf = tooLate(context);
  return plan.tasks.flatMap(task => {
    if (!isOpen(task) || context.outlookOf(task.milestone)?.milestone.status === 'dropped') {
      return [];
    }
    if (!own.has(task)) {
      // A task that sums up others has no dates but its own due date.
      return !openBelow.has(task) || (overdueBelow.has(task) && isOverdue(task, context))
        ? []
        : (overdue(task, context) ?? notInTime(task, lastOf.get(task), context) ?? []);
    }
    const found =
      overdue(task, context) ??
      blocked(task, context) ??
      blockedByLate(task, late.get(task.uid), context) ??
      notInTime(task, lastOf.get(task), context) ??
      dueSoon(task, context) ??
      [];
    return withUsedUp(task, [found].flat(), context);
  });
}

/** An estimate that is used up is a reason of what is said of the dates of a task, or stands alone. */
function withUsedUp(task: Task, found: readonly Found[], context: RuleContext): readonly Found[] {
  const reasons = usedUp(task, context);
  if (reasons.length === 0) {
    return found;
  }
  return found.length > 0
    ? found.map(one => ({ ...one, reasons: [...one.reasons, ...reasons] }))
    : [{ item: task, id: 'used-up', severity: 'warning', reasons }];
}

function isOverdue({ due, category }: Task, { today }: RuleContext): boolean {
  return due !== undefined && due < today && isOpen({ category });
}

/** What is due with its milestone is late with it: the milestone says so. */
function milestoneSaysSo({ due, milestone }: Task, context: RuleContext): boolean {
  const outlook = context.outlookOf(milestone);
  const last = outlook?.milestone.due;
  const late = outlook && (outlook.overdue || (outlook.dueFloat ?? 0) < 0);
  return late === true && last !== undefined && due !== undefined && due >= last;
}

/** An empty list where the rule holds and another finding says it: no weaker rule is asked then. */
function overdue(task: Task, context: RuleContext): Found | readonly Found[] | undefined {
  const { due } = task;
  if (due === undefined || !isOverdue(task, context)) {
    return undefined;
  }
  if (milestoneSaysSo(task, context)) {
    return [];
  }
  return {
    item: task,
    id: 'overdue',
    severity: 'warning',
    reasons: [
      { code: 'overdue', args: [due, daysBetween(due, context.today)] },
      ...blockedReasons(task, context),
    ],
  };
}

/** Not where the plan reckons with it: blocked until a day that has not come and that endangers nothing. */
function blocked(task: Task, context: RuleContext): Found | undefined {
  const { until } = task;
  const [reason] = blockedReasons(task, context);
  if (!reason) {
    return undefined;
  }
  const missed = (context.scheduled(task)?.dueFloat ?? 0) < -TOLERANCE;
  const passed = until !== undefined && until < context.today;
  if (until !== undefined && !passed && !missed) {
    return undefined;
  }
  const long = reason.code === 'blocked' && reason.args[2] >= context.plan.settings.rules.stale;
  return {
    item: task,
    id: 'blocked',
    severity: passed || missed || long ? 'warning' : 'info',
    reasons: [reason, ...(passed ? [{ code: 'until-passed' as const, args: [until] as [string] }] : [])],
  };
}

/** Since when is told by the commits of the plan; what is not committed yet has no past. */
function blockedReasons({ key, category, blocked: why = '' }: Task, context: RuleContext): RuleReason[] {
  if (category !== 'blocked') {
    return [];
  }
  const last = context.history?.tasks.get(key)?.events.at(-1);
  const day = last?.state === 'blocked' ? last.day : '';
  return [{ code: 'blocked', args: [why, day, day === '' ? 0 : context.since(day)] }];
}

function blockedByLate(task: Task, late: Late | undefined, context: RuleContext): Found | undefined {
  const own = context.scheduled(task);
  if (!late || !own || task.category === 'active') {
    return undefined;
  }
  const missing = missingDays(task, own, context);
  const { start } = task;
  const known =
    start !== undefined && !context.schedule.noDates && (start <= context.today || rests(own, context));
  const reasons: RuleReason[] = [
    ...(missing > 0
      ? [{ code: 'wait-due' as const, args: [missing, task.due ?? ''] as [number, string] }]
      : []),
    ...(known && own.start > start
      ? [{ code: 'wait-start' as const, args: [start, own.start] as [string, string] }]
      : []),
  ];
  return reasons.length === 0
    ? undefined
    : {
        item: task,
        id: 'blocked-by-late',
        severity: missing > 0 ? 'warning' : 'info',
        reasons: [{ code: 'blocked-by-late', args: [late.id, late.due] }, ...reasons],
      };
}

/** Tasks that cannot be done until their own due date, each with the work that ends last: itself, or what it sums up. */
function tooLate(context: RuleContext): ReadonlyMap<Task, ScheduledTask> {
  const found = new Map<Task, ScheduledTask>();
  for (const task of context.work) {
    const own = context.scheduled(task);
    const carrier =
      own && [task, ...context.above(task)].find(one => isOpen(one) && missingDays(one, own, context) > 0);
    if (carrier && own.ef > (found.get(carrier)?.ef ?? 0)) {
      found.set(carrier, own);
    }
  }
  return found;
}

function notInTime(
  task: Task,
  last: ScheduledTask | undefined,
  context: RuleContext,
): Found | readonly Found[] | undefined {
  if (!last) {
    return undefined;
  }
  if (milestoneSaysSo(task, context)) {
    return [];
  }
  return {
    item: task,
    id: 'negative-due-float',
    severity: 'warning',
    reasons: [
      { code: 'negative-due-float', args: [missingDays(task, last, context), last.finish, task.due ?? ''] },
    ],
  };
}

/** Whole working days that the earliest finish is after the own due date; 0 where nothing can be said. */
function missingDays({ due }: Task, own: ScheduledTask, context: RuleContext): number {
  if (due === undefined || own.remaining.source === 'assumed' || !rests(own, context)) {
    return 0;
  }
  const late = own.ef - context.calendar.endOf(due);
  return late > TOLERANCE ? lateDays(late) : 0;
}

/** Whether early dates rest on estimates: nothing comes before, or most of the plan is estimated. */
function rests(own: ScheduledTask, { schedule }: RuleContext): boolean {
  return own.es <= TOLERANCE || schedule.assumed <= MOST_ASSUMED;
}

/** It could begin today, nobody has begun, and it has to soon. */
function dueSoon(task: Task, context: RuleContext): Found | undefined {
  const { due } = task;
  const own = context.scheduled(task);
  const { today, plan, observed, calendar } = context;
  if (due === undefined || !own || task.category !== 'open' || isStarted(task, observed)) {
    return undefined;
  }
  const { days, source } = own.remaining;
  const left = calendar.endOf(due);
  const room = left - (source === 'assumed' ? LEAST_WORK : days);
  const soon = due <= addDays(today, plan.settings.rules.dueSoon) && room < ROOM - TOLERANCE;
  return soon && own.es <= TOLERANCE
    ? {
        item: task,
        id: 'due-soon',
        severity: 'warning',
        reasons: [
          { code: 'due-soon', args: [due, left] },
          ...(source === 'assumed' ? [] : [{ code: 'work-left' as const, args: [tenths(days)] as [number] }]),
        ],
      }
    : undefined;
}

/** What each task waits for that is late by its own date, directly or through others, the nearest; by uid. */
function lateTasks(context: RuleContext): ReadonlyMap<string, Late> {
  const { plan, outlooks } = context;
  const late = new Map<string, Late>();
  const waits = new Map<string, Late>();
  for (const { milestone, overdue: passed } of outlooks) {
    if (passed && milestone.due !== undefined) {
      late.set(milestone.key, { id: milestone.id, due: milestone.due });
    }
  }
  const inOrder = context.work
    .flatMap(task => {
      const own = context.scheduled(task);
      return own ? [{ task, own }] : [];
    })
    .sort((a, b) => a.own.es - b.own.es);
  const summaries = plan.tasks.filter(task => isOverdue(task, context));
  summaries.forEach(({ key, id, due = '' }) => late.set(key, { id, due }));
  for (const { task, own } of inOrder) {
    const befores = [task, ...context.above(task)].flatMap(({ dependsOn }) => dependsOn);
    const cause = befores.flatMap(({ key }) => late.get(key) ?? [])[0];
    if (cause) {
      waits.set(task.uid, cause);
    }
    const self = late.has(task.key) || missingDays(task, own, context) > 0;
    const carried = self ? { id: task.id, due: task.due ?? '' } : cause;
    if (carried) {
      late.set(task.key, carried);
    }
  }
  return waits;
}
