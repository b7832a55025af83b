import { changedInputs } from '../../../core/insight/dateInputs';
import type { PlanInsight } from '../../../core/insight/planInsight';
import type { ScheduledTask } from '../../../core/insight/schedule/planSchedule';
import { slackOf } from '../../../core/insight/schedule/slack';
import { addDays, BEYOND, daysBetween } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';
import type { Milestone, Plan, Task } from '../../../core/plan/model';
import type { PlanFacts } from '../../../core/snapshot';
import { wholePercent } from '../../../shared/percent';
import type { View } from '../../../shared/protocol';
import type { Text } from '../../../words/text';
import type { BarGroupModel, BarModel, SpanModel, TimelineModel } from '../../../shared/timelineModel';
import { noDatesTexts } from '../../noDates';
import { openWorkFirst } from '../../openWorkFirst';
import { byDue, groupBy, indexOf } from '../../planIndex';
import { slackText, tenths, workLeftText } from '../../workLeft';
import { bridgeLine } from '../../tooltips/insightLines';
import { dueDay } from '../parts/days';
import { itemModel, people, taskModel } from '../parts/items';
import { isFinished } from '../../health';
import type { Limits } from '../parts/paging';

/** Bars for each row that a list may have: 500, which fit into a message at once. */
const BARS = 20;
/** Days that are drawn before today, or, where work began earlier, at most, and after the last date. */
const BEFORE = 7;
const LONGEST_BEFORE = 28;
const AFTER = 14;

/** What the timeline is compared with: the plan and its schedule on an earlier day. */
export interface Baseline {
  readonly plan: Plan;
  readonly insight: PlanInsight;
}

/** The open work of a plan over time, by milestone. */
export function timelineModel(
  facts: PlanFacts,
  insight: PlanInsight,
  baseline: Baseline | undefined,
  view: Pick<View, 'person' | 'label'>,
  limits: Limits,
): TimelineModel {
  const { plan, today } = facts;
  const { schedule } = insight;
  const isShown = (task: Task): boolean => schedule.tasks.has(task.uid) && isChosen(task, view);
  const source = barSource(facts, insight, baseline, isShown);
  let room = limits.most * BARS;
  const groups: BarGroupModel[] = [];
  const byMilestone = groupBy(plan.tasks.filter(isShown), ({ milestone = '' }) => milestone);
  for (const milestone of [...[...plan.milestones].sort(byDue), undefined]) {
    const own = byMilestone.get(milestone?.key ?? '') ?? [];
    const open = milestone !== undefined && milestone.due !== undefined && !isFinished(milestone, facts);
    if (own.length > 0 || (open && !view.person && !view.label)) {
      const bars = inTime(own, schedule).slice(0, room).map(source);
      room -= bars.length;
      groups.push(groupOf(milestone, bars, own.length - bars.length, facts, insight, baseline));
    }
  }
  return {
    tab: 'timeline',
    kind: 'timeline',
    today,
    span: spanOf(groups, today),
    weekend: [1, 2, 3, 4, 5, 6, 7].filter(day => !plan.settings.workweek.includes(day)),
    off: plan.settings.holidays.map(({ from, to }) => ({ start: from, finish: to })),
    groups,
    ...filtersOf(plan),
    notes: notesOf(insight),
    ...(groups.every(({ bars }) => bars.length === 0) && {
      empty: schedule.noDates ? noDatesTexts(schedule.noDates, plan) : emptyText(schedule.tasks.size, view),
    }),
  };
}

/** What starts first to the top, of that what ends first. */
function inTime(tasks: readonly Task[], { tasks: dates }: PlanInsight['schedule']): readonly Task[] {
  const spans = tasks.map(task => ({ task, ...spanOfTask(dates.get(task.uid) as ScheduledTask) }));
  const earlier = (a: IsoDate, b: IsoDate): number => (a < b ? -1 : a > b ? 1 : 0);
  return spans
    .sort((a, b) => earlier(a.start, b.start) || earlier(a.finish, b.finish))
    .map(({ task }) => task);
}

function isChosen({ assignees, labels }: Task, { person, label }: Pick<View, 'person' | 'label'>): boolean {
  return (
    (person === undefined || assignees.includes(person)) && (label === undefined || labels.includes(label))
  );
}

/** Makes the bar of a task that has a date. */
function barSource(
  facts: PlanFacts,
  insight: PlanInsight,
  baseline: Baseline | undefined,
  isShown: (task: Task) => boolean,
): (task: Task) => BarModel {
  const { schedule } = insight;
  const { byKey, byUid } = indexOf(facts);
  const uidsOf = ({ dependsOn }: Task): string[] =>
    dependsOn.flatMap(({ key }) => {
      const task = byKey.get(key);
      return task && isShown(task) ? [task.uid] : [];
    });
  const tasksBefore = new Map(baseline?.plan.tasks.map(task => [task.uid, task]));
  const paths = [...schedule.milestones.values(), schedule].map(({ path }) => path);
  const driving = new Set(paths.flat());
  const drivers = new Map<string, Set<string>>();
  for (const path of paths) {
    path.slice(1).forEach((uid, at) => addDriver(drivers, uid, path[at] as string));
  }
  return task => {
    const dated = schedule.tasks.get(task.uid) as ScheduledTask;
    const span = spanOfTask(dated);
    const before = baseline?.insight.schedule.tasks.get(task.uid);
    const then = tasksBefore.get(task.uid);
    // Every date moves as time goes by: only what somebody has changed is worth a ghost.
    const was = before && then && changedInputs(then, task).length > 0 ? spanOfTask(before) : undefined;
    const progress = facts.progress.tasks.get(task.uid) ?? 0;
    const past = pastOf(task, insight);
    const late = (dated.dueFloat ?? 0) < 0 || (task.due !== undefined && span.finish > task.due);
    return {
      span,
      critical: dated.critical || driving.has(task.uid),
      assumed: dated.remaining.source === 'assumed',
      ...(past && { past }),
      ...(task.due !== undefined && { due: task.due }),
      late,
      ...(was && (was.start !== span.start || was.finish !== span.finish) && { before: was }),
      after: uidsOf(task),
      drivers: [...(drivers.get(task.uid) ?? [])].filter(uid => {
        const before = byUid.get(uid);
        return before !== undefined && isShown(before);
      }),
      text: barText(task, dated, span, progress, facts.plan),
      ...taskModel(task),
    };
  };
}

function addDriver(drivers: Map<string, Set<string>>, uid: string, driver: string): void {
  drivers.set(uid, (drivers.get(uid) ?? new Set()).add(driver));
}

/** When work on an open task went on so far: since somebody set it active, or the start that its file says. */
function pastOf({ key, category, start }: Task, { history, today }: PlanInsight): SpanModel | undefined {
  const events = history?.tasks.get(key)?.events ?? [];
  const began =
    events.find(({ state }) => state === 'active')?.day ?? (category === 'active' ? start : undefined);
  return began !== undefined && began < today ? { start: began, finish: addDays(today, -1) } : undefined;
}

/** Within the limits of people; without them where those never let it start. */
export function spanOfTask({ limitedStart, limitedFinish, start, finish }: ScheduledTask): SpanModel {
  return { start: limitedStart ?? start, finish: limitedFinish ?? finish };
}

function barText(
  task: Task,
  dated: ScheduledTask,
  { start, finish }: SpanModel,
  progress: number,
  { settings }: Plan,
): Text {
  const slack = slackOf(dated, settings);
  const parts: Text[] = [
    { code: 'panel.bar-dates', args: [start, finish] },
    workLeftText(dated.remaining),
    ...(progress > 0
      ? [{ code: 'panel.bar-done' as const, args: [wholePercent(progress)] as [number] }]
      : []),
    people(task.assignees),
    ...(slack ? [slackText(slack)] : []),
  ];
  if (dated.bestCase) {
    parts.push({ code: 'best-case', args: [] });
  }
  if (dated.limitedFinish === undefined) {
    parts.push({ code: 'panel.bar-never', args: [] });
  }
  return parts;
}

function groupOf(
  milestone: Milestone | undefined,
  bars: readonly BarModel[],
  more: number,
  { today }: PlanFacts,
  insight: PlanInsight,
  baseline: Baseline | undefined,
): BarGroupModel {
  const { forecast, schedule } = insight;
  const likely =
    milestone && forecast.kind === 'forecast'
      ? forecast.milestones.find(one => one.milestone === milestone.key)
      : undefined;
  const end = milestone && (likely ? likely.p50 : schedule.milestones.get(milestone.key)?.limited);
  const due = milestone?.due;
  const isLate = due !== undefined && end !== undefined && end > due && end !== BEYOND;
  const slip = isLate ? daysBetween(due, end) : undefined;
  const before = milestone && baseline?.plan.milestones.find(({ key }) => key === milestone.key);
  const wasDue = before?.due === due ? undefined : before?.due;
  return {
    ...(milestone && { milestone: itemModel(milestone) }),
    name: milestone?.title ?? { code: 'panel.without-milestone', args: [] },
    id: `timeline ${milestone?.uid ?? ''}`,
    ...(bars.length > 0 && { span: enclosing(bars.map(({ span }) => span)) }),
    ...(due !== undefined && { due: dueDay(today, due, true) }),
    ...(wasDue !== undefined && { dueBefore: wasDue }),
    ...(slip !== undefined && { slip }),
    ...(likely?.p50 !== undefined && { likely: { start: likely.p50, finish: likely.p85 ?? likely.p50 } }),
    text: [
      ...(due === undefined ? [] : [{ code: 'ui.due-is' as const, args: [due, today] as [string, string] }]),
      ...(wasDue === undefined ? [] : [{ code: 'panel.was-due' as const, args: [wasDue] as [string] }]),
      ...(milestone ? bridgeLine(insight, milestone) : []),
    ],
    bars,
    more,
  };
}

function enclosing(spans: readonly SpanModel[]): SpanModel {
  return spans.reduce((a, b) => ({
    start: a.start < b.start ? a.start : b.start,
    finish: a.finish > b.finish ? a.finish : b.finish,
  }));
}

function spanOf(groups: readonly BarGroupModel[], today: IsoDate): SpanModel {
  const days = groups.flatMap(({ span, due, dueBefore, likely }) =>
    [span?.finish, due?.date, dueBefore, likely?.finish].filter(day => day !== undefined),
  );
  // A date that is years away would make everything else too small to see.
  const last = addDays(today, 2 * 366);
  const sorted = [today, ...days].map(day => (day > last ? last : day)).sort();
  const [earliest, usual] = [addDays(today, -LONGEST_BEFORE), addDays(today, -BEFORE)];
  const began = groups
    .flatMap(({ due, bars }) => [due?.date ?? today, ...bars.map(({ past }) => past?.start ?? today)])
    .reduce((a, b) => (a < b ? a : b), today);
  return {
    start: began >= usual ? usual : began > earliest ? began : earliest,
    finish: addDays(sorted.at(-1) ?? today, AFTER),
  };
}

type Filters = Pick<TimelineModel, 'people' | 'labels'>;

const filters = new WeakMap<Plan, Filters>();

/** Whom and what one can choose, gathered once for each state of a plan. */
function filtersOf(plan: Plan): Filters {
  const found = filters.get(plan) ?? { people: peopleOf(plan), labels: labelsOf(plan) };
  filters.set(plan, found);
  return found;
}

function peopleOf({ settings, tasks }: Plan): TimelineModel['people'] {
  const names = new Map<string, string>();
  const add = (id: string, name = id): unknown => names.has(id) || names.set(id, name);
  settings.people.forEach(({ id, name }) => add(id, name));
  tasks.forEach(({ assignees }) => assignees.forEach(id => add(id)));
  const people = [...names].map(([id, name]) => ({ id, name }));
  return openWorkFirst(people, ({ id }) => id, tasks);
}

function labelsOf({ tasks }: Plan): string[] {
  const found = new Set<string>();
  tasks.forEach(({ labels }) => labels.forEach(label => found.add(label)));
  return [...found].sort();
}

function notesOf({ schedule }: PlanInsight): Text[] {
  const { assumed, assumedDays, unlimited, cyclic, noDates } = schedule;
  const notes: Text[] = [];
  if (noDates) {
    return notes;
  }
  if (assumed > 0) {
    notes.push({ code: 'panel.assumed-dates', args: [Math.round(assumed * 100), tenths(assumedDays)] });
  }
  if (unlimited) {
    notes.push({ code: 'panel.no-people', args: [] });
  }
  if (cyclic.length > 0) {
    notes.push({ code: 'panel.in-circle', args: [cyclic.length] });
  }
  return notes;
}

function emptyText(dated: number, { person, label }: Pick<View, 'person' | 'label'>): Text {
  return dated > 0 && (person !== undefined || label !== undefined)
    ? { code: 'panel.no-bars-chosen', args: [] }
    : { code: 'panel.no-bars', args: [] };
}
