import { idKey } from '../../plan/ids';
import type { IsoDate } from '../../base/dates';
import type { PlanProblem } from '../../plan/problem';
import type { ParsedFile } from '../format';
import { findField, textsOf } from '../../documents/edit/fieldText';
import { readDue } from './backlogDate';

/** A milestone file of Backlog.md. */
export interface MilestoneFile {
  readonly file: ParsedFile;
  readonly id: string;
  readonly line: number;
  readonly title: string;
  readonly due: IsoDate | undefined;
}

/** Undefined for a file that is no milestone, such as a readme. */
export function readMilestoneFile(
  file: ParsedFile,
  report: (problem: PlanProblem) => void,
): MilestoneFile | undefined {
  const field = findField(file.document, 'id');
  const [id] = textsOf(field?.value);
  if (id === undefined || id.trim() === '') {
    return undefined;
  }
  const [title = id] = textsOf(findField(file.document, 'title')?.value);
  return { file, id, line: field?.range.start.line ?? 0, title, due: readDue(file, report) };
}

/**
 * Finds what a task's `milestone` names: an id, else a title, in `live` before `archived`.
 * @returns the key of a live milestone; `archived` when only an archived one has that name
 */
export function milestoneFinder(
  live: readonly MilestoneFile[],
  archived: readonly MilestoneFile[],
): (name: string) => { readonly key: string } | 'archived' | undefined {
  const keys = new Map<string, { readonly key: string } | 'archived'>();
  const add = (name: string, found: { readonly key: string } | 'archived') => {
    if (!keys.has(name)) {
      keys.set(name, found);
    }
  };
  const titleKey = (title: string) => `title ${title.trim().toLowerCase()}`;
  live.forEach(({ id }) => add(idKey(id), { key: idKey(id) }));
  live.forEach(({ id, title }) => add(titleKey(title), { key: idKey(id) }));
  archived.forEach(({ id }) => add(idKey(id), 'archived'));
  archived.forEach(({ title }) => add(titleKey(title), 'archived'));
  return name => keys.get(idKey(name)) ?? keys.get(titleKey(name));
}
