import type { Change, EditResult, EditTarget } from '../../plan/change';
import type { ListField, ScalarField } from '../../plan/fields/fields';
import type { TextEdit } from '../../base/text';
import { idKey } from '../../plan/ids';
import type { Plan } from '../../plan/model';
import { keyFinder } from '../../plan/otherIds';
import type { PlanDocument } from '../../documents/document';
import type { EditContext } from '../format';
import { findBox, markBox } from '../../documents/edit/tickBox';
import { checkParent } from '../../documents/edit/checkParent';
import { checkValue } from '../../documents/edit/checkValue';
import { editList } from '../../documents/edit/editList';
import type { ListManner } from '../../documents/edit/editList';
import { layoutRefusal } from '../../documents/edit/fieldLayout';
import { fieldText, findField, textsOf } from '../../documents/edit/fieldText';
import type { FieldText } from '../../documents/edit/fieldText';
import { mergeEntries, mergeLinks } from '../../documents/edit/listEntries';
import { entryForm, sameEntry } from '../../documents/edit/sameEntry';
import { refuse, refuseField } from '../../documents/edit/refusal';
import { relinkEntries } from '../../documents/edit/relinkEntries';
import { removeField, setField } from '../../documents/edit/setField';
import { parseDocument } from '../../documents/parseDocument';
import { backlogMinute, parseBacklogDate } from './backlogDate';
import { criterionText } from './checklist';
import { placeOf } from './folders';
import { PRIORITIES } from './newItem';
import { formatReference, parseReference } from './reference';

const FORMAT = 'Backlog.md';

/** The tool's own order of keys; it drops any other key when it writes a file. */
const ORDER = (
  'id title status assignee reporter created_date updated_date due_date labels milestone dependencies ' +
  'references documentation modified_files parent_task_id subtasks priority type ordinal'
).split(' ');
const MANNER: ListManner = { order: ORDER, style: 'plain', list: 'block' };

const TASK_FIELDS: Readonly<Partial<Record<ScalarField, string>>> = {
  status: 'status',
  milestone: 'milestone',
  due: 'due_date',
  priority: 'priority',
  parent: 'parent_task_id',
};
const MILESTONE_FIELDS: Readonly<Partial<Record<ScalarField, string>>> = { due: 'due_date' };
const LIST_FIELDS: Readonly<Partial<Record<ListField, string>>> = {
  assignees: 'assignee',
  labels: 'labels',
  dependsOn: 'dependencies',
};

/**
 * Edits a task or milestone file of Backlog.md in the tool's own spelling, so that its command line reads
 * the result; `updated_date`, where present, is set in the same edit.
 */
export function editBacklog(
  text: string,
  target: EditTarget,
  change: Change,
  context: EditContext,
): EditResult {
  const document = parseDocument(text, 'markdown');
  if (document.conflict) {
    return refuse({ code: 'conflict-markers', args: [] });
  }
  if (change.kind === 'dismiss') {
    return refuse({ code: 'dismissals-need-overlay', args: [context.plan.format] });
  }
  const [id] = textsOf(findField(document, 'id')?.value);
  if (id === undefined || idKey(id) !== idKey(target.id)) {
    return refuse({ code: 'item-gone', args: [target.id] });
  }
  const file = fieldText(text, document);
  const key = keyOf(change, target.kind);
  const refusal = key === undefined ? undefined : layoutRefusal(file, key);
  if (refusal) {
    return refuse(refusal);
  }
  const result = makeEdits(file, target, change, context);
  return result.ok ? { ok: true, edits: stamped(file, result.edits, context.now) } : result;
}

/** Edits of a task file, and with them of the minute in which it was changed last, where the file says that. */
function stamped(file: FieldText, edits: readonly TextEdit[], now: number): readonly TextEdit[] {
  return edits.length > 0 && findField(file.document, 'updated_date')
    ? [...edits, ...setField(file, 'updated_date', backlogMinute(now), { ...MANNER, style: 'single' })]
    : edits;
}

/** The edits that give a task file another place in the order of the tool's board. */
export function editOrdinal(text: string, ordinal: number, now: number): EditResult {
  const document = parseDocument(text, 'markdown');
  const file = fieldText(text, document);
  if (document.conflict) {
    return refuse({ code: 'conflict-markers', args: [] });
  }
  const refusal = layoutRefusal(file, 'ordinal');
  return refusal
    ? refuse(refusal)
    : { ok: true, edits: stamped(file, setField(file, 'ordinal', String(ordinal), MANNER), now) };
}

/** The key in the file that a change is about; undefined for a box and for what the format cannot hold. */
function keyOf(change: Change, kind: EditTarget['kind']): string | undefined {
  switch (change.kind) {
    case 'set':
      return scalarKey(kind, change.field);
    case 'setList':
      return LIST_FIELDS[change.field];
    default:
      return change.kind === 'tick' ? undefined : 'references';
  }
}

function scalarKey(kind: EditTarget['kind'], field: ScalarField): string | undefined {
  return kind === 'task' ? TASK_FIELDS[field] : kind === 'milestone' ? MILESTONE_FIELDS[field] : undefined;
}

function makeEdits(
  file: FieldText,
  target: EditTarget,
  change: Exclude<Change, { kind: 'dismiss' }>,
  { plan, path }: EditContext,
): EditResult {
  const { kind } = target;
  if (change.kind === 'tick') {
    const wanted = criterionText(change.text);
    const box = findBox(file.document.checks, change.line, wanted, check => criterionText(check.text));
    return box
      ? { ok: true, edits: markBox(file, box, change.checked ? 'x' : ' ') }
      : refuse({ code: 'checklist-moved', args: [change.text] });
  }
  if (change.kind === 'set') {
    const folder =
      change.field === 'status' && kind === 'task' ? decidingFolder(change.value, plan, path) : undefined;
    return folder === undefined
      ? setScalar(file, target, change.field, change.value, plan)
      : refuse({ code: 'folder-says-status', args: [folder] });
  }
  if (kind !== 'task') {
    return refuse({
      code: 'field-unsupported',
      args: [change.kind === 'setList' ? change.field : 'references', FORMAT],
    });
  }
  if (change.kind === 'setList') {
    return setList(file, target, change.field, change.value, plan);
  }
  if (change.kind === 'relink') {
    const find = (document: PlanDocument) => findField(document, 'references');
    const form = { parse: parseReference, format: formatReference };
    return { ok: true, edits: relinkEntries(file, find, form, change.moves, MANNER) };
  }
  const not = change.kind === 'unlink';
  const links = textsOf(findField(file.document, 'references')?.value).map(parseReference);
  const entries = mergeLinks(links, change.commits, not, commit => formatReference(commit, not));
  return { ok: true, edits: editList(file, 'references', entries, MANNER, 'single') };
}

/** The folder that says the status of the tasks in it, where that is another than the wanted one. */
function decidingFolder(status: string | undefined, plan: Plan, path: string): string | undefined {
  const place = placeOf(plan.folder === '' ? path : path.slice(plan.folder.length + 1));
  const name = status?.trim().toLowerCase();
  const wanted = plan.settings.statuses.find(one => one.name.toLowerCase() === name)?.category;
  const said = place === 'completed' ? 'done' : place === 'archived' ? 'dropped' : wanted;
  return said === wanted ? undefined : path.slice(0, path.lastIndexOf('/'));
}

function setScalar(
  file: FieldText,
  target: EditTarget,
  field: ScalarField,
  value: string | undefined,
  plan: Plan,
): EditResult {
  const { kind } = target;
  const key = scalarKey(kind, field);
  if (key === undefined) {
    return kind === 'task'
      ? refuseField(field, FORMAT, plan.format)
      : refuse({ code: 'field-unsupported', args: [field, FORMAT] });
  }
  if (value === undefined) {
    return { ok: true, edits: removeField(file, key) };
  }
  const result = field === 'parent' ? checkParent(value, target, plan) : checkValue(kind, field, value, plan);
  if (!result.ok) {
    return result;
  }
  const known = knownPriorities(plan);
  if (key === 'priority' && !known.includes(result.value)) {
    return refuse({ code: 'value-invalid', args: [key, value, known.join(', ')] });
  }
  const isDay = key === 'due_date';
  const [before = ''] = textsOf(findField(file.document, key)?.value);
  if (isDay && parseBacklogDate(before) === result.value) {
    // The tool cuts off a time by itself.
    return { ok: true, edits: [] };
  }
  // The tool writes ids in capitals, and days in quotes.
  const text = field === 'parent' ? result.value.toUpperCase() : result.value;
  return { ok: true, edits: setField(file, key, text, { ...MANNER, style: isDay ? 'single' : 'plain' }) };
}

/** Those of the tool, and what a project's own settings add to them, as far as a task has it. */
function knownPriorities({ tasks }: Plan): readonly string[] {
  return [...new Set([...PRIORITIES, ...tasks.flatMap(({ priority }) => priority ?? [])])];
}

function setList(
  file: FieldText,
  target: EditTarget,
  field: ListField,
  values: readonly string[],
  plan: Plan,
): EditResult {
  const key = LIST_FIELDS[field];
  if (key === undefined) {
    return refuseField(field, FORMAT, plan.format);
  }
  const existing = textsOf(findField(file.document, key)?.value);
  const same = sameEntry(field, plan.settings);
  const keyOf = keyFinder(plan);
  const wanted: string[] = [];
  for (const value of values.map(text => text.trim()).filter(text => text !== '')) {
    const named = field === 'dependsOn' ? keyOf(value) : '';
    const task = plan.tasks.find(task => named !== '' && task.key === named);
    const own = task !== undefined && same(task.id, target.id);
    if (field === 'dependsOn' && (!task || own) && !existing.some(text => same(text, value))) {
      return refuse({ code: 'value-invalid', args: [key, value, `${plan.settings.prefix}-1`] });
    }
    wanted.push(task?.id.toUpperCase() ?? value);
  }
  return {
    ok: true,
    edits: editList(file, key, mergeEntries(existing, wanted, entryForm(field, plan.settings)), MANNER),
  };
}
