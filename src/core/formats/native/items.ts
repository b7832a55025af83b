import { isId } from '../../plan/ids';
import type { Item } from '../../plan/model';
import { LONGEST_ID } from '../../plan/otherIds';
import type { Range } from '../../base/text';
import type { ParsedFile } from '../format';
import type { FieldReader } from '../../documents/fields';
import { isSection } from './checklist';
import { planProblem, TOP } from '../problems';
import type { Report } from '../problems';
import { readDismissals } from './readDismissals';

/** What a file of a native plan can be about. */
export type ItemKind = Item['kind'];

const FOLDERS = new Map<string, ItemKind>([
  ['milestones', 'milestone'],
  ['tasks', 'task'],
  ['risks', 'risk'],
]);
const KINDS: readonly ItemKind[] = ['milestone', 'task', 'risk'];

/**
 * What a file of a plan folder is: its `kind:`, else what its sub-folder says. A readme without front
 * matter is none.
 */
export function kindOf(file: ParsedFile, inside: string, fields: FieldReader): ItemKind | undefined {
  const readme = /(?:^|\/)readme\.md$/i.test(inside) && file.document.fields.length === 0;
  const slash = inside.indexOf('/');
  const own = fields.field('kind') && fields.oneOf('kind', KINDS);
  return readme ? undefined : (own ?? FOLDERS.get(slash === -1 ? '' : inside.slice(0, slash)));
}

/** The id of a task or risk file and its place; reported when missing or malformed. */
export function readId(
  file: ParsedFile,
  fields: FieldReader,
  report: Report,
): { readonly id: string; readonly range: Range } {
  const named = fields.named('id');
  if (!named) {
    report(
      planProblem(file.path, fields.field('id')?.range ?? TOP, 'error', { code: 'missing-id', args: [] }),
    );
    return { id: '', range: TOP };
  }
  if (!isId(named.text) || named.text.length > LONGEST_ID) {
    const id = named.text.slice(0, LONGEST_ID);
    report(planProblem(file.path, named.range, 'error', { code: 'bad-id', args: [id] }));
    return { id, range: named.range };
  }
  return { id: named.text, range: named.range };
}

/** The id of a milestone file: any text; its file's name when it has none. */
export function readMilestoneId(file: ParsedFile, fields: FieldReader): { id: string; range: Range } {
  const named = fields.named('id');
  if (named && named.text.length > LONGEST_ID) {
    const id = named.text.slice(0, LONGEST_ID);
    fields.bad('id', id, `≤ ${LONGEST_ID}`, named.range);
    return { id, range: named.range };
  }
  return named ? { id: named.text, range: named.range } : { id: slugOf(file.path), range: TOP };
}

/** The name of a file without folder and ending. */
export function slugOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** `title:`, else the first heading of level 1 that names no section, else `fallback`. */
export function readTitle(file: ParsedFile, fields: FieldReader, fallback: string): string {
  const heading = file.document.headings.find(one => one.level === 1 && one.text !== '' && !isSection(one));
  return fields.text('title') ?? heading?.text ?? fallback;
}

/**
 * What every kind of item has.
 * @param others whether its file may dismiss findings of other items
 */
export function readCommon(
  fields: FieldReader,
  others: 'cannot' | 'may' = 'cannot',
): Pick<Item, 'labels' | 'dismissed'> {
  return {
    labels: fields.texts('labels').map(label => label.replace(/^#/, '')),
    dismissed: readDismissals(fields, others),
  };
}

/** An object without its undefined values, as the optional fields of the model want it. */
export function present<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const there: Partial<T> = {};
  for (const key of Object.keys(values) as (keyof T)[]) {
    if (values[key] !== undefined) {
      there[key] = values[key];
    }
  }
  return there as { [K in keyof T]: Exclude<T[K], undefined> };
}
