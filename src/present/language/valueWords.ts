import type { IsoDate } from '../../core/base/dates';
import { daysBetween } from '../../core/base/dates';
import { typedDay } from '../../core/base/dayWords';
import type { Field } from '../../core/plan/fields/fields';
import { MILESTONE_STATUS, RISK_STATUS } from '../../core/plan/fields/fields';
import { DAY, ESTIMATE } from '../../core/plan/fields/valueKinds';
import type { Item, Plan } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import type { Text } from '../../words/text';
import { knownLabels } from '../gestures/knownWords';

/** A value that can be written. */
export interface ValueWord {
  readonly text: string;
  readonly detail?: Text;
  readonly icon: 'value' | 'person' | 'label' | 'day' | Item['kind'];
  /** What it is found by beside its text. */
  readonly also?: string;
}

/** How many ids are offered at once; the others come when more has been typed. */
const MOST_IDS = 100;

const DAYS = ['today', 'tomorrow', 'friday', 'next friday', '+1w', '+2w', '+1m'];
const ESTIMATES = ['4h', '1d', '2d', '3d', '1w', '2w', '1d/2d/4d'];

/** The values of a field that there are, those that begin as typed first where there are many. */
export function valueWords(
  facts: PlanFacts,
  field: Field,
  kind: Item['kind'],
  typed: string,
): readonly ValueWord[] {
  const { plan, today } = facts;
  switch (field.name) {
    case 'status':
      return statusWords(plan, kind);
    case 'assignee':
    case 'owner':
      return peopleWords(plan);
    case 'labels':
      return labelWords(plan);
    case 'milestone':
      return milestoneWords(plan);
    case 'parent':
    case 'tasks':
      return idWords(plan, typed, ['task']);
    case 'depends_on':
      return [...idWords(plan, typed, ['task']), ...milestoneWords(plan)];
    case 'health':
      return words(['on track', 'at risk', 'off track']);
    case 'kind':
      return words([kind]);
    case 'evidence':
      return words(['none']);
    case 'probability':
    case 'impact':
      return words(['1', '2', '3', '4', '5']);
    default:
      return byKind(field, today, typed);
  }
}

function byKind({ kind }: Field, today: IsoDate, typed: string): readonly ValueWord[] {
  if (kind === DAY) {
    return dayWords(today, typed);
  }
  if (kind === ESTIMATE) {
    return words(ESTIMATES);
  }
  const choices = kind?.expected('').split(', ') ?? [];
  return choices.length > 1 ? words(choices) : [];
}

function words(texts: readonly string[]): readonly ValueWord[] {
  return texts.map(text => ({ text, icon: 'value' }));
}

function statusWords({ settings }: Plan, kind: Item['kind']): readonly ValueWord[] {
  return kind === 'task'
    ? settings.statuses.map(({ name }) => ({ text: name, icon: 'value' }))
    : words((kind === 'milestone' ? MILESTONE_STATUS : RISK_STATUS).expected('').split(', '));
}

/** People as files write them: those whom the plan declares, then its other assignees, those with most tasks first. */
export function peopleWords({ tasks, settings }: Plan): readonly ValueWord[] {
  const counts = new Map<string, number>();
  for (const { assignees } of tasks) {
    for (const person of assignees) {
      counts.set(person, (counts.get(person) ?? 0) + 1);
    }
  }
  settings.people.forEach(({ id }) => counts.delete(id));
  return [
    ...settings.people.map(({ id, name }): ValueWord => ({
      ...{ text: id, icon: 'person' },
      ...(name !== undefined && { detail: name, also: name }),
    })),
    ...[...counts].sort(([, a], [, b]) => b - a).map(([text]): ValueWord => ({ text, icon: 'person' })),
  ];
}

/** Labels that there are. */
export function labelWords(plan: Plan): readonly ValueWord[] {
  return knownLabels(plan).map(({ value }) => ({ text: value, icon: 'label' }));
}

/** Milestones by their ids. */
export function milestoneWords({ milestones }: Plan): readonly ValueWord[] {
  return milestones.map(({ id, title }) => ({ text: id, detail: title, icon: 'milestone', also: title }));
}

/** Days by the words for them, and what somebody has typed as it is understood. What is written is the day. */
export function dayWords(today: IsoDate, typed: string): readonly ValueWord[] {
  const own = typed.trim() === '' ? [] : [typed.trim()];
  const days = new Map<IsoDate, string>();
  for (const word of [...own, ...DAYS]) {
    const day = typedDay(word, today);
    if (day !== undefined && !days.has(day)) {
      days.set(day, word);
    }
  }
  return [...days].map(([day, word]) => ({
    text: day,
    also: word,
    icon: 'day',
    detail: [
      { code: 'edit.weekday-day', args: [day] },
      { code: 'edit.days-from-today', args: [daysBetween(today, day)] },
      ...(word === day ? [] : [word]),
    ],
  }));
}

/** Items by their ids, those whose id or title has what is typed; at most a hundred. */
export function idWords(
  { tasks, milestones, risks }: Plan,
  typed: string,
  kinds: readonly Item['kind'][] = ['task', 'milestone', 'risk'],
): readonly ValueWord[] {
  const wanted = typed.trim().toLowerCase();
  const found: ValueWord[] = [];
  const byTitle: ValueWord[] = [];
  const lists: Readonly<Record<Item['kind'], readonly Item[]>> = {
    task: tasks,
    milestone: milestones,
    risk: risks,
  };
  for (const item of kinds.flatMap(kind => lists[kind])) {
    const { id, title, kind } = item;
    const begins = id !== '' && id.slice(0, wanted.length).toLowerCase() === wanted;
    if (begins || (byTitle.length < MOST_IDS && id !== '' && title.toLowerCase().includes(wanted))) {
      (begins ? found : byTitle).push({
        text: id,
        detail: 'status' in item ? [title, item.status] : title,
        icon: kind,
        also: title,
      });
      if (found.length === MOST_IDS) {
        break;
      }
    }
  }
  return [...found, ...byTitle].slice(0, MOST_IDS);
}
