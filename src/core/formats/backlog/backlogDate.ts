import { parseIsoDate } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import { dateProblem } from '../../plan/noDate';
import type { PlanProblem } from '../../plan/problem';
import { findField, textsOf } from '../../documents/edit/fieldText';
import type { ParsedFile } from '../format';

/** The due date of a task or milestone file; one that cannot be read is a problem. */
export function readDue(file: ParsedFile, report: (problem: PlanProblem) => void): IsoDate | undefined {
  const field = findField(file.document, 'due_date');
  const text = textsOf(field?.value).find(one => one.trim() !== '');
  if (!field || text === undefined) {
    return undefined;
  }
  const problem = dateProblem('due_date', { text, range: field.value.range }, parseBacklogDate);
  if (problem) {
    report({ ...problem, file: file.path });
  }
  return parseBacklogDate(text);
}

/**
 * The day of a date as Backlog.md has written it over the years: `2026-08-15`, `2026-08-15 14:00`,
 * `2026-08-15T14:00:00Z`, and `15-08-26`, `15/08/26`, `15.08.26` (day first).
 */
export function parseBacklogDate(text: string): IsoDate | undefined {
  const day = text.trim().split(/[ T]/, 1)[0] ?? '';
  const old = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(day);
  if (!old) {
    return parseIsoDate(day);
  }
  const [, date = '', month = '', year = ''] = old;
  return parseIsoDate(`${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** A moment as Backlog.md writes it: UTC minutes, `2026-08-15 14:00`. @param seconds since 1970 */
export function backlogMinute(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ');
}
