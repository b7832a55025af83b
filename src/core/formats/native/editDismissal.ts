import type { Change, EditResult, EditTarget } from '../../plan/change';
import type { Item, Plan } from '../../plan/model';
import { keyFinder } from '../../plan/otherIds';
import { applyEdits } from '../../base/text';
import type { TextEdit } from '../../base/text';
import { dismissalPlace, dismissalText } from '../dismissalPlace';
import type { DismissalEntry } from '../dismissalPlace';
import type { Field, PlanDocument, Value } from '../../documents/document';
import { editList } from '../../documents/edit/editList';
import type { ListManner } from '../../documents/edit/editList';
import { layoutRefusal } from '../../documents/edit/fieldLayout';
import { findField, replaceSpan, spanOf, textsOf, valueSpan } from '../../documents/edit/fieldText';
import type { FieldText } from '../../documents/edit/fieldText';
import { refuse } from '../../documents/edit/refusal';
import { scalarText, styleOf } from '../../documents/edit/scalarText';
import { FieldReader } from '../../documents/fields';
import type { EditContext } from '../format';
import { parseDocument } from '../../documents/parseDocument';
import { plainKey } from '../../documents/plainKey';
import { ORDERS } from './editFile';
import { projectPath } from '../projectPath';
import { readDismissal } from './readDismissals';

const KEY = 'dismissed';
/** The keys of project.md in the order in which a new one is put among them. */
export const PROJECT_ORDER = (
  'for key name aliases ids statuses people calendar timezone resources branch integration paths ignore ' +
  'no_task evidence rules tasks dismissed'
).split(' ');

/**
 * Adds a dismissal to the front matter that `dismissalPlace` names, in the manner of the list that is there; a finding
 * that is dismissed already gets the new reason. What would not be read again as it was meant is refused.
 */
export function editDismissal(
  file: FieldText,
  target: EditTarget,
  { finding, reason }: Extract<Change, { kind: 'dismiss' }>,
  { plan, path }: EditContext,
): EditResult {
  const item = itemOf(plan, target, path);
  const place = item && dismissalPlace(plan, item, finding);
  if (place && !place.ok) {
    return place;
  }
  if (!item || place?.file !== path) {
    return refuse({ code: 'item-gone', args: [target.id] });
  }
  const said = reason.replace(/\s+/g, ' ').trim();
  if (said === '') {
    return refuse({ code: 'dismissal-needs-reason', args: [finding] });
  }
  const field = findField(file.document, KEY);
  const refusal =
    layoutRefusal(file, KEY) ?? (field?.unread && ({ code: 'front-matter-layout', args: [] } as const));
  if (refusal) {
    return refuse(refusal);
  }
  const { entry } = place;
  const find = keyFinder(plan);
  const keyOf = (id = '') => find(id);
  const before = entriesOf(file.document);
  const known = before.findIndex(
    ({ dismissal }) => dismissal.finding === finding && keyOf(dismissal.item) === keyOf(entry.item),
  );
  const there = before[known];
  const order =
    path === projectPath(plan.folder) ? PROJECT_ORDER : ORDERS[entry.item ? 'milestone' : item.kind];
  const edits = there
    ? editReason(file, there.value, entry, said)
    : addEntry(file, field, entry, said, { order, style: 'plain', list: 'neighbours' });
  const wanted = { ...entry, ...there?.dismissal, reason: said };
  const expected = before.map(({ dismissal }) => dismissal);
  const after = entriesOf(parseDocument(applyEdits(file.text, edits), 'markdown'));
  return sameData(
    after.map(({ dismissal }) => dismissal),
    there ? expected.with(known, wanted) : [...expected, wanted],
  )
    ? { ok: true, edits }
    : refuse({ code: 'edit-too-wide', args: [path] });
}

/** The item that an edit is about; its line tells it from others without an id. */
function itemOf(plan: Plan, { kind, id, line, file }: EditTarget, path: string): Item | undefined {
  const items: readonly Item[] = { milestone: plan.milestones, task: plan.tasks, risk: plan.risks }[kind];
  const same = items.filter(item => item.id === id && item.file === (file ?? path));
  return same.find(item => item.line === line) ?? same[0];
}

interface Entry {
  readonly value: Value;
  readonly dismissal: { readonly finding: string; readonly reason: string; readonly item?: string };
}

/** The entries of a document that can be read. */
function entriesOf({ fields }: PlanDocument): readonly Entry[] {
  const reader = new FieldReader(fields, () => undefined);
  return reader.items(KEY).flatMap(value =>
    readDismissal(value, reader, 'may').map(({ item, finding, reason }) => ({
      value,
      dismissal: { finding, reason, ...(item && { item: item.text }) },
    })),
  );
}

function sameData(one: readonly Entry['dismissal'][], other: readonly Entry['dismissal'][]): boolean {
  const text = (entries: readonly Entry['dismissal'][]) =>
    JSON.stringify(entries.map(({ finding, reason, item }) => [finding, reason, item]));
  return text(one) === text(other);
}

/** The reason alone where there is one, else the whole entry. */
function editReason(file: FieldText, value: Value, entry: DismissalEntry, reason: string): TextEdit[] {
  const old =
    value.kind === 'map' ? value.fields.find(({ key }) => plainKey(key) === 'reason')?.value : undefined;
  if (old?.kind !== 'scalar' || old.text.trim() === '') {
    return [replaceSpan(spanOf(file, value.range), dismissalText(entry, reason))];
  }
  const span = spanOf(file, old.range);
  const style = styleOf(file.text.slice(span.start, span.end));
  return old.text.trim() === reason ? [] : [replaceSpan(span, scalarText(reason, style, true))];
}

function addEntry(
  file: FieldText,
  field: Field | undefined,
  entry: DismissalEntry,
  reason: string,
  manner: ListManner,
): TextEdit[] {
  const text = dismissalText(entry, reason);
  if (field?.value.kind === 'map') {
    return listOfMap(file, field, text);
  }
  const last = field?.value.kind === 'list' ? field.value.items.at(-1) : undefined;
  const source = last && isBlockMap(file, last) ? blockEntry(file, last, entry, reason) : text;
  return editList(file, KEY, [...textsOf(field?.value).keys(), { source }], manner);
}

function isBlockMap(file: FieldText, value: Value): boolean {
  return value.kind === 'map' && file.text[spanOf(file, value.range).start] !== '{';
}

/** An entry over several lines, as the one before it is. */
function blockEntry(file: FieldText, last: Value, { item, finding }: DismissalEntry, reason: string): string {
  const named = item === undefined ? [] : [`item: ${scalarText(item, 'plain')}`];
  return [...named, `finding: ${finding}`, `reason: ${scalarText(reason, 'plain')}`].join(
    file.eol + ' '.repeat(last.range.start.character),
  );
}

/** A single entry that stands in no list becomes the first of one. */
function listOfMap(file: FieldText, field: Field, text: string): TextEdit[] {
  const { start, end } = valueSpan(file, field);
  if (!isBlockMap(file, field.value)) {
    return [
      { start, end: start, text: '[' },
      { start: end, end, text: `, ${text}]` },
    ];
  }
  const [first, last] = [start, end - 1].map(offset => file.lines.position(offset));
  const indented: TextEdit[] = [];
  for (let line = (first?.line ?? 0) + 1; line <= (last?.line ?? 0); line++) {
    const at = file.lines.lineStart(line);
    indented.push({ start: at, end: at, text: '  ' });
  }
  const behind = file.lines.lineEnd(last?.line ?? 0);
  return [
    { start, end: start, text: '- ' },
    ...indented,
    { start: behind, end: behind, text: `${file.eol}${' '.repeat(first?.character ?? 0)}- ${text}` },
  ];
}
