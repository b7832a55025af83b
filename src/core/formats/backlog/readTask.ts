import type { IsoDate } from '../../base/dates';
import { isId } from '../../plan/ids';
import type { HandLink, Priority } from '../../plan/model';
import { parsePriority } from '../../plan/priority';
import type { Range } from '../../base/text';
import type { PlanProblem, ProblemMessages, Severity } from '../../plan/problem';
import type { Message } from '../../base/message';
import type { ParsedFile } from '../format';
import { findField, textsOf } from '../../documents/edit/fieldText';
import { readDue } from './backlogDate';
import { parseReference } from './reference';

/** The folders whose files are tasks. */
export type TaskPlace = 'task' | 'completed' | 'archived';

/** A task file read by itself: texts as they stand, ids and milestone not resolved yet. */
export interface TaskFile {
  readonly file: ParsedFile;
  readonly place: TaskPlace;
  readonly id: string;
  readonly idLine: number;
  readonly title: string;
  /** Empty when the file has none. */
  readonly status: string;
  readonly milestone: string | undefined;
  readonly parent: string | undefined;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  readonly priority: Priority | undefined;
  readonly due: IsoDate | undefined;
  readonly dependencies: readonly string[];
  readonly ordinal: number | undefined;
  readonly handLinks: readonly HandLink[];
  /** References that are no hand-made links, and documentation. */
  readonly links: readonly string[];
}

/**
 * Reads a task file.
 * @param report takes the problems found
 * @returns undefined for a file that is no task: without front matter (a readme), or without a usable id
 */
export function readTaskFile(
  file: ParsedFile,
  place: TaskPlace,
  report: (problem: PlanProblem) => void,
): TaskFile | undefined {
  const { path, document } = file;
  const field = (key: string) => findField(document, key);
  const texts = (key: string) => textsOf(field(key)?.value).filter(text => text.trim() !== '');
  const text = (key: string) => texts(key)[0]?.trim();
  if (document.fields.length === 0) {
    return undefined;
  }
  const id = text('id');
  if (id === undefined) {
    report(problemAt(file, 'id', 'error', { code: 'missing-id', args: [] }));
    return undefined;
  }
  if (!isId(id)) {
    report(problemAt(file, 'id', 'error', { code: 'bad-id', args: [id] }));
    return undefined;
  }
  const references = texts('references');
  return {
    file,
    place,
    id,
    idLine: field('id')?.range.start.line ?? 0,
    title: text('title') ?? titleOfPath(path),
    status: text('status') ?? '',
    milestone: text('milestone'),
    parent: text('parent_task_id'),
    assignees: texts('assignee'),
    labels: texts('labels'),
    priority: parsePriority(text('priority') ?? ''),
    due: readDue(file, report),
    dependencies: texts('dependencies'),
    ordinal: numberOf(text('ordinal')),
    handLinks: references.flatMap(reference => parseReference(reference) ?? []),
    links: [...references.filter(reference => !parseReference(reference)), ...texts('documentation')],
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** The beginning of a file. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a field's value stands; the top of the file when it has none. */
export function rangeOf(file: ParsedFile, key: string): Range {
  return findField(file.document, key)?.value.range ?? TOP;
}

/** Returns a problem at a field of a file, or at its top where the field is missing. */
export function problemAt(
  file: ParsedFile,
  key: string,
  severity: Severity,
  message: Message<ProblemMessages>,
): PlanProblem {
  return { file: file.path, severity, range: rangeOf(file, key), message };
}

/** `back-1 - Berth-plan.md` is called `Berth plan`. */
function titleOfPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return name.slice(name.indexOf(' - ') === -1 ? 0 : name.indexOf(' - ') + 3).replaceAll('-', ' ');
}

/** The id that a file's name begins with: `back-3.1` of `back-3.1 - Pilot-roster.md`. */
export function idOfPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return /^[A-Za-z]\w*-\d+(?:\.\d+)*/.exec(name)?.[0];
}
