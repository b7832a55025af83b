import { dayOfAnyYear, isNoDay, parseIsoDate } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { Priority } from '../../plan/model';
import { dateProblem } from '../../plan/noDate';
import type { Problem } from '../../plan/problem';
import type { Range } from '../../base/text';
import { plainText } from '../boxes/boxText';

/** What a line says beside its title in the manner of Obsidian Tasks. */
export interface Marks {
  readonly title: string;
  /** Empty when it has none. */
  readonly id: string;
  readonly dependsOn: readonly string[];
  readonly priority?: Priority;
  readonly start?: IsoDate;
  readonly due?: IsoDate;
}

/** A variation selector may follow any sign, and a no-break space part it from its value. */
const DATE = /([📅📆🗓🛫⏳✅❌➕])\uFE0F?\s*(\d{4}-\d{2}-\d{2})?/gu;
const PRIORITY = /([🔺⏫🔼🔽⏬])\uFE0F?/gu;
const ID = /🆔\uFE0F?\s*([A-Za-z0-9_-]{1,200})/gu;
const DEPENDS = /⛔\uFE0F?\s*((?:[A-Za-z0-9_-]{1,200})(?:\s*,\s*[A-Za-z0-9_-]{1,200})*)/gu;
const REPEAT = /🔁\uFE0F?[A-Za-z0-9 \u00A0,]*/gu;

const PRIORITIES: Readonly<Record<string, Priority>> = {
  '🔺': 'critical',
  '⏫': 'high',
  '🔼': 'medium',
  '🔽': 'low',
  '⏬': 'low',
};

/** What is wrong with the days of a line; what is no day is part of its title. */
export function markProblems(text: string, range: Range): Problem[] {
  return [...text.matchAll(DATE)].flatMap(([, sign = '', value = '']) =>
    dayOfAnyYear(value) !== undefined || isNoDay(value)
      ? (dateProblem(sign, { text: value, range }) ?? [])
      : [],
  );
}

/** Reads the signs of a line; the rest is its title. A date that is none stays in the title. */
export function readMarks(text: string): Marks {
  let id = '';
  let priority: Priority | undefined;
  const dependsOn: string[] = [];
  const dates = new Map<string, IsoDate>();
  const title = text
    .replace(DATE, (whole, sign: string, value: string | undefined) => {
      const date = value === undefined ? undefined : parseIsoDate(value);
      if (date !== undefined) {
        dates.set(sign, date);
      }
      return date !== undefined || isNoDay(value ?? '') ? ' ' : whole;
    })
    .replace(PRIORITY, (_, sign: string) => {
      priority ??= PRIORITIES[sign];
      return ' ';
    })
    .replace(ID, (_, value: string) => {
      id ||= value;
      return ' ';
    })
    .replace(DEPENDS, (_, value: string) => {
      value.split(',').forEach(one => dependsOn.push(one.trim()));
      return ' ';
    })
    .replace(REPEAT, ' ')
    .replace(/\s+/g, ' ');
  const due = dates.get('📅') ?? dates.get('📆') ?? dates.get('🗓');
  const start = dates.get('🛫');
  return {
    title: plainText(title) || text.trim(),
    id,
    dependsOn,
    ...(priority ? { priority } : {}),
    ...(due ? { due } : {}),
    ...(start ? { start } : {}),
  };
}
