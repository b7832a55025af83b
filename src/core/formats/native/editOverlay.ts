import { applyEdits } from '../../base/text';
import type { TextEdit } from '../../base/text';
import { checkValue } from '../../documents/edit/checkValue';
import type { PlanDocument, Value } from '../../documents/document';
import { editListField } from '../../documents/edit/editList';
import type { ListEntry } from '../../documents/edit/editList';
import { layoutRefusal } from '../../documents/edit/fieldLayout';
import { textsOf } from '../../documents/edit/fieldText';
import type { FieldText } from '../../documents/edit/fieldText';
import { mergeEntries, mergeLinks } from '../../documents/edit/listEntries';
import { refuse } from '../../documents/edit/refusal';
import { entryForm } from '../../documents/edit/sameEntry';
import { scalarText } from '../../documents/edit/scalarText';
import { findNested, setNested } from '../../documents/edit/setNested';
import type { NestedKey } from '../../documents/edit/setNested';
import { parseDocument } from '../../documents/parseDocument';
import { plainKey } from '../../documents/plainKey';
import type { Change, EditResult, EditTarget } from '../../plan/change';
import { fieldsOf, listName } from '../../plan/fields/valueFields';
import { formatHandLink, parseHandLink } from '../../plan/handLink';
import type { Plan } from '../../plan/model';
import { keyFinder } from '../../plan/otherIds';
import type { EditContext } from '../format';
import { listRefusal } from './checkReference';
import { PROJECT_ORDER } from './editDismissal';

type FieldChange = Extract<Change, { kind: 'set' | 'setList' | 'link' | 'unlink' }>;

const TASKS = 'tasks';

/**
 * Sets a field of a task of another format where an overlay's project.md holds it: `tasks: {ID: {estimate: 3d}}`. What
 * would change more than that field of that task when it is read again is refused.
 */
export function editOverlay(
  file: FieldText,
  target: EditTarget,
  change: FieldChange,
  { plan, path }: EditContext,
): EditResult {
  const name = nameOf(change);
  if (!fieldsOf('task').some(field => field.name === name && field.overlay)) {
    return refuse({ code: 'field-unsupported', args: [name, 'overlay'] });
  }
  const refusal = layoutRefusal(file, TASKS);
  if (refusal) {
    return refuse(refusal);
  }
  const wanted = nestedKey(plan, target, name);
  if (typeof wanted === 'number') {
    return refuse({ code: 'ambiguous-id', args: [target.id, wanted] });
  }
  const result =
    change.kind === 'set'
      ? scalarEdits(file, wanted, change, plan)
      : listEdits(file, wanted, change, target, plan);
  return result.ok && touchesMore(file, result.edits, wanted)
    ? refuse({ code: 'edit-too-wide', args: [path] })
    : result;
}

function nameOf(change: FieldChange): string {
  return change.kind === 'set'
    ? change.field
    : change.kind === 'setList'
      ? (listName('task', change.field) ?? change.field)
      : 'commits';
}

/** The place of a field of a task, which may be a new one; how many tasks have its id, where no entry can name it. */
function nestedKey(plan: Plan, target: EditTarget, key: string): NestedKey | number {
  const same = plan.tasks.filter(({ id }) => id === target.id);
  const task = same.find(({ file, line }) => file === target.file && line === target.line) ?? same[0];
  const find = keyFinder(plan);
  const taskKey = task?.key ?? find(target.id);
  const isNamed = plan.tasks.filter(one => one.key === taskKey).length < 2;
  const entry = [target.id, taskKey].find(one => one !== '' && find(one) === taskKey);
  return entry === undefined || !isNamed
    ? same.length
    : { map: TASKS, isEntry: one => find(one) === taskKey, entry, key, order: PROJECT_ORDER };
}

function scalarEdits(
  file: FieldText,
  wanted: NestedKey,
  { field, value }: Extract<Change, { kind: 'set' }>,
  plan: Plan,
): EditResult {
  if (value === undefined || value.trim() === '') {
    return nested(file, wanted, undefined);
  }
  const checked = checkValue('task', field, value, plan);
  return checked.ok ? nested(file, wanted, scalarText(checked.value, 'plain', true)) : checked;
}

function listEdits(
  file: FieldText,
  wanted: NestedKey,
  change: Exclude<FieldChange, { kind: 'set' }>,
  target: EditTarget,
  plan: Plan,
): EditResult {
  const field = findNested(file, wanted);
  const existing = textsOf(field?.value);
  const texts =
    change.kind === 'setList' ? change.value.map(one => one.trim()).filter(one => one !== '') : [];
  const refusal = change.kind === 'setList' && listRefusal(change.field, texts, existing, target, plan);
  if (refusal) {
    return refuse(refusal);
  }
  const entries =
    change.kind === 'setList'
      ? mergeEntries(existing, texts, entryForm(change.field, plan.settings))
      : linkEntries(existing, change);
  if (field?.value.kind === 'list' && entries.length > 0) {
    const manner = { order: [], style: 'plain', list: 'block' } as const;
    return { ok: true, edits: editListField(file, field, entries, manner) };
  }
  const sources = entries.map(entry =>
    scalarText(String(typeof entry === 'number' ? existing[entry] : entry), 'plain', true),
  );
  // A link is long, and more follow; one person is not a list.
  const isList = sources.length > 1 || change.kind !== 'setList';
  return nested(
    file,
    wanted,
    sources.length === 0 ? undefined : isList ? `[${sources.join(', ')}]` : sources[0],
  );
}

function linkEntries(
  existing: readonly string[],
  { kind, commits }: Extract<Change, { kind: 'link' | 'unlink' }>,
): readonly ListEntry[] {
  const not = kind === 'unlink';
  return mergeLinks(existing.map(parseHandLink), commits, not, commit => formatHandLink(commit, not));
}

function nested(file: FieldText, wanted: NestedKey, text: string | undefined): EditResult {
  const edits = setNested(file, wanted, text);
  return edits ? { ok: true, edits } : refuse({ code: 'front-matter-layout', args: [] });
}

/** Whether anything else under `tasks` reads differently after the edits. */
function touchesMore(file: FieldText, edits: readonly TextEdit[], wanted: NestedKey): boolean {
  const after = parseDocument(applyEdits(file.text, edits), 'markdown');
  return restOf(file.document, wanted) !== restOf(after, wanted);
}

/** All that a document says under `tasks` but the wanted key, without places; an entry that is empty then says nothing. */
function restOf({ fields }: PlanDocument, { map, isEntry, key }: NestedKey): string {
  const tasks = fields
    .filter(field => plainKey(field.key) === plainKey(map))
    .flatMap(({ value }) => pairs(value));
  const rest = tasks.map(([entry, value]) => [
    entry,
    isEntry(entry) ? pairs(value).filter(([name]) => plainKey(name) !== plainKey(key)) : value,
  ]);
  return JSON.stringify(
    rest.filter(([, value]) => !Array.isArray(value) || value.length > 0),
    (name, part: unknown) => (name === 'range' ? undefined : part),
  );
}

function pairs(value: Value): readonly (readonly [string, Value])[] {
  return value.kind === 'map' ? value.fields.map(field => [field.key, field.value] as const) : [];
}
