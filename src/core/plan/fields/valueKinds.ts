import { expectedDay, isNoDay, parseIsoDate } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import { expectedEstimate, formatEstimate, parseEstimate } from '../estimate';
import type { Estimate } from '../estimate';
import type { PlanSettings } from '../settings';

/** What decides what a day and a week of work are. */
export type WorkingTime = Pick<PlanSettings, 'hours' | 'workweek'>;

/** Values that a field takes: how they are read, set, told and compared. */
export interface ValueKind<V> {
  /** The value of a text without blanks around it; undefined for what is none. */
  parse(text: string, time: WorkingTime): V | undefined;
  /** Whether a text that is no value stands for none, as other tools export it. */
  isNone?(text: string): boolean;
  /** The text that is written for whoever sets a value to this one; undefined for what is none. */
  spell(text: string): string | undefined;
  /** What values look like, for whoever wrote something else. */
  expected(text: string): string;
  /** A text that `parse` reads back. */
  format(value: V, time: WorkingTime): string;
}

/** Any text. */
export const TEXT: ValueKind<string> = {
  parse: text => text,
  spell: text => text,
  expected: () => 'text',
  format: text => text,
};

/** A calendar day. */
export const DAY: ValueKind<IsoDate> = {
  parse: parseIsoDate,
  isNone: isNoDay,
  spell: parseIsoDate,
  expected: expectedDay,
  format: day => day,
};

/** Effort: `4h`, `3d`, `2w`, `5pt`, `2d/3d/8d`. */
export const ESTIMATE: ValueKind<Estimate> = {
  parse: (text, { hours, workweek }) => parseEstimate(text, hours, workweek.length),
  spell: text => (parseEstimate(text.trim()) ? text.trim() : undefined),
  expected: expectedEstimate,
  format: (estimate, { hours }) => formatEstimate(estimate, hours),
};

/** A risk's probability: 1–5 or a percentage. What it is read as has two parts, so that `readRisk` reads it. */
export const PROBABILITY: ValueKind<string> = {
  ...TEXT,
  spell: text => /^(?:[1-5]|(?:100|\d{1,2})(?:\.\d+)?\s?%)$/.exec(text.trim())?.[0],
  expected: () => '1–5, 0%–100%',
};

/** 1–5. */
export const LEVEL: ValueKind<number> = {
  parse: text => (/^[1-5]$/.test(text) ? Number(text) : undefined),
  spell: text => /^[1-5]$/.exec(text.trim())?.[0],
  expected: () => '1–5',
  format: level => String(level),
};

/** One of a few words, in any case. */
export function choice<const Word extends string>(...words: readonly Word[]): ValueKind<Word> {
  const find = (text: string) => words.find(word => word === text.trim().toLowerCase());
  return { parse: find, spell: find, expected: () => words.join(', '), format: word => word };
}
