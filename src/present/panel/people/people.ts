import { ownFolder } from '../../../core/plan/ownFolder';
import type { Finding } from '../../../core/insight/findings/finding';
import type { PlanInsight } from '../../../core/insight/planInsight';
import type { PersonWorkload, WeekWork, WorkloadWeek } from '../../../core/insight/workload/workload';
import type { IsoDate } from '../../../core/base/dates';
import type { Plan } from '../../../core/plan/model';
import type { Person, PlanSettings } from '../../../core/plan/settings';
import type { PlanFacts } from '../../../core/snapshot';
import type {
  DeclareModel,
  LoadModel,
  PeopleModel,
  PersonModel,
  PersonWeekModel,
  WeekModel,
  WorkTaskModel,
} from '../../../shared/peopleModel';
import type { View } from '../../../shared/protocol';
import { WEEKS } from '../../../shared/protocol';
import type { Text } from '../../../words/text';
import { noDatesTexts } from '../../noDates';
import { indexOf } from '../../planIndex';
import { tenths } from '../../workLeft';
import { taskModel } from '../parts/items';
import { findingModel } from '../overview/overview';
import { clip, paged } from '../parts/paging';
import type { Limits } from '../parts/paging';
import { offAhead, offInWeek, weekNumber } from './peopleDays';

/** What one declares people with. */
const EXAMPLE = `people:
  - { id: '@ana', name: Ana Ruiz }
  - { id: '@li', capacity: 80%, off: [2026-12-24..2027-01-02] }`;

/** What is known beside somebody's figures. */
interface Context {
  readonly facts: PlanFacts;
  readonly today: IsoDate;
  /** Of the weeks that are shown. */
  readonly mondays: readonly IsoDate[];
  readonly declared: ReadonlyMap<string, Person>;
  readonly asked: readonly Finding[];
  readonly tasks: TaskList;
}

/**
 * Who does how much in which week.
 * @param all every plan of the workspace, since people work for several; what is not in them is named by its id
 */
export function peopleModel(
  facts: PlanFacts,
  all: readonly PlanFacts[],
  insight: PlanInsight,
  view: Pick<View, 'weeks'>,
  limits: Limits,
): PeopleModel {
  const { today, workload } = insight;
  const { settings } = facts.plan;
  const plans = all.map(one => (one.plan.uid === facts.plan.uid ? facts : one));
  const allWeeks = workload[0]?.weeks ?? [];
  const mondays = allWeeks.slice(0, view.weeks ?? WEEKS[0]).map(({ start }) => start);
  const asked = insight.findings.filter(({ reasons }) =>
    reasons.some(({ code }) => code === 'over-allocated'),
  );
  const context: Context = {
    facts,
    today,
    mondays,
    declared: declaredIn(plans.map(({ plan }) => plan.settings)),
    asked,
    tasks: new TaskList(facts, plans),
  };
  const people = paged('people', workload, limits, one => personModel(one, context));
  const weeks = mondays.map((start): WeekModel => {
    const holidays = offInWeek(start, today, settings.holidays, settings.workweek);
    return { start, number: weekNumber(start), ...(holidays && { holidays }) };
  });
  const everyone = mondays.map((_, week) => loadOf(workload.flatMap(({ weeks: own }) => own[week] ?? [])));
  const total = loadOf(workload.flatMap(({ weeks: own }) => own.slice(0, mondays.length)));
  const declare = context.declared.size === 0 && declareModel(facts.plan);
  return {
    tab: 'people',
    kind: 'people',
    today,
    weeks,
    allWeeks: allWeeks.length,
    people,
    everyone,
    total,
    tasks: context.tasks.models,
    findings: paged('findings', asked, limits, finding => ({
      ...findingModel(finding, facts),
      reasons: finding.reasons.filter(({ code }) => code === 'over-allocated'),
    })),
    off: offOf(people.rows, context),
    notes: notesOf(insight, context, people.rows),
    ...(declare && { declare }),
  };
}

/** Somebody is whom the first plan declares that names them, as the schedule has it. */
function declaredIn(settings: readonly PlanSettings[]): ReadonlyMap<string, Person> {
  const people = settings.flatMap(one => one.people).toReversed();
  return new Map(people.map(person => [person.id, person]));
}

function personModel({ person: id, weeks }: PersonWorkload, context: Context): PersonModel {
  const { mondays, declared, asked, tasks, today, facts } = context;
  const person = declared.get(id);
  const workweek = person?.workweek ?? facts.plan.settings.workweek;
  const shown = weeks.slice(0, mondays.length);
  const note = noteOf(person, facts.plan.settings, weeks);
  return {
    id: clip(id),
    name: clip(person?.name ?? id),
    ...(note && { note }),
    asked: asked
      .flatMap(({ reasons }) => reasons)
      .filter(({ code, args }) => code === 'over-allocated' && args[0] === id),
    weeks: shown.map((week): PersonWeekModel => {
      const away = offInWeek(week.start, today, person?.off ?? [], workweek);
      return { ...loadOf([week]), work: week.work.map(one => tasks.workOf(one)), ...(away && { away }) };
    }),
    total: loadOf(shown),
  };
}

function noteOf(
  person: Person | undefined,
  settings: PlanSettings,
  weeks: readonly WorkloadWeek[],
): Text | undefined {
  const parts: Text[] = [];
  if (!person) {
    parts.push({ code: 'people.undeclared', args: [] });
  } else if (person.capacity < 1) {
    parts.push({ code: 'people.share', args: [Math.round(person.capacity * 100)] });
  }
  if (person?.workweek && person.workweek.length !== settings.workweek.length) {
    parts.push({ code: 'people.week-days', args: [person.workweek.length] });
  }
  if (weeks.every(({ work }) => work.length === 0)) {
    parts.push({ code: 'people.free', args: [] });
  }
  return parts.length > 0 ? parts : undefined;
}

/** Together, in tenths of days. */
function loadOf(weeks: readonly WorkloadWeek[]): LoadModel {
  const given = weeks.flatMap(({ work }) => work).filter(({ assigned }) => !assigned);
  const daysGiven = sum(given.map(({ days }) => days));
  return {
    allocated: sum(weeks.map(({ allocated }) => allocated)),
    capacity: sum(weeks.map(({ capacity }) => capacity)),
    ...(daysGiven > 0 && { given: daysGiven }),
  };
}

function sum(days: readonly number[]): number {
  return Math.round(days.reduce((all, one) => all + one, 0) * 10) / 10;
}

/** The tasks that are named, each once. */
class TaskList {
  readonly models: WorkTaskModel[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly plans: ReadonlyMap<string, PlanFacts>;

  constructor(
    private readonly own: PlanFacts,
    plans: readonly PlanFacts[],
  ) {
    this.plans = new Map(plans.map(facts => [facts.plan.uid, facts]));
  }

  workOf({ plan, task: uid, days, assigned }: WeekWork): PersonWeekModel['work'][number] {
    const name = `${plan}\n${uid}`;
    let task = this.numbers.get(name);
    if (task === undefined) {
      task = this.models.push(this.model(plan, uid)) - 1;
      this.numbers.set(name, task);
    }
    return { task, days: sum([days]), ...(!assigned && { given: true as const }) };
  }

  /** What lies in another plan cannot be opened from this one. */
  private model(plan: string, uid: string): WorkTaskModel {
    const facts = this.plans.get(plan);
    const task = facts && indexOf(facts).byUid.get(uid);
    if (!task) {
      return { kind: 'task', uid: '', id: uid, title: '', status: '', category: 'open' };
    }
    return facts === this.own
      ? taskModel(task)
      : { ...taskModel(task), uid: '', plan: clip(facts.plan.name) };
  }
}

function offOf(people: readonly PersonModel[], context: Context): PeopleModel['off'] {
  const { declared, facts, mondays, today } = context;
  const holidays = offAhead(mondays, today, facts.plan.settings.holidays);
  return [
    ...(holidays ? [{ days: holidays }] : []),
    ...people.flatMap(({ id, name }) => {
      const days = offAhead(mondays, today, declared.get(id)?.off ?? []);
      return days ? [{ name, days }] : [];
    }),
  ];
}

function notesOf(
  { schedule, today }: PlanInsight,
  { declared, facts, mondays }: Context,
  people: readonly PersonModel[],
): Text[] {
  const notes: Text[] = [];
  if (people.length > 0) {
    notes.push({ code: 'people.basis', args: [] });
  }
  if (mondays[0] !== undefined && mondays[0] < today) {
    notes.push({ code: 'people.from-today', args: [] });
  }
  if (schedule.noDates) {
    notes.push(...noDatesTexts(schedule.noDates, facts.plan));
  } else if (schedule.assumed > 0) {
    const days = tenths(schedule.assumedDays);
    notes.push({ code: 'panel.assumed-dates', args: [Math.round(schedule.assumed * 100), days] });
  }
  if (people.some(({ id }) => !declared.has(id))) {
    notes.push({ code: 'people.not-declared', args: [] });
  }
  return notes;
}

/** Only a plan folder of our own can say who works on it; for others a folder beside it does. */
function declareModel(plan: Plan): DeclareModel {
  const { folder, files } = plan;
  const overlay = ownFolder(plan);
  const file = overlay === undefined ? undefined : overlay === '' ? 'project.md' : `${overlay}/project.md`;
  return {
    text:
      overlay === undefined
        ? { code: 'people.declare-overlay', args: [folder] }
        : { code: 'people.declare', args: [] },
    example: EXAMPLE,
    ...(file !== undefined && files.includes(file) && { place: { file, line: 0, text: file } }),
  };
}
