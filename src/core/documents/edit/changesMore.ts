import type { Change } from '../../plan/change';
import { listName } from '../../plan/fields/valueFields';
import type { PlanDocument } from '../document';
import { plainKey } from '../plainKey';

/** Keys that other tools have for a field, by its name in the table of fields. */
const FOREIGN: Readonly<Partial<Record<string, string>>> = {
  due: 'due_date',
  depends_on: 'dependencies',
  parent: 'parent_task_id',
};

/** Keys that hold what changes of other kinds than `set` and `setList` are about. */
const KEYS: Readonly<Record<Exclude<Change['kind'], 'set' | 'setList'>, readonly string[]>> = {
  link: ['commits', 'references'],
  unlink: ['commits', 'references'],
  relink: ['commits', 'references', 'tasks'],
  dismiss: ['dismissed'],
  tick: [],
};

/** Keys of the front matter that may hold something else after a change. */
function keysOf(change: Change): readonly string[] {
  if (change.kind !== 'set' && change.kind !== 'setList') {
    return KEYS[change.kind];
  }
  const { field } = change;
  const name = change.kind === 'set' ? field : (listName('task', change.field) ?? field);
  return [name, ...(FOREIGN[name] === undefined ? [] : [FOREIGN[name]])];
}

/**
 * The net below every edit: whether what is read after it differs from before in more than the change
 * asked for, in the fields, the headings or more than one check line.
 */
export function changesMore(before: PlanDocument, after: PlanDocument, change: Change): boolean {
  // An overlay holds fields of tasks below one of its own, and the edit has looked at what else stands there.
  const isOverlay = before.fields.some(({ key }) => plainKey(key) === 'for');
  const keys = [...keysOf(change), 'updated_date', ...(isOverlay ? ['tasks'] : [])];
  const intended = new Set(keys.map(plainKey));
  const [old, now] = [valuesByKey(before), valuesByKey(after)];
  const fields = [...old.keys(), ...now.keys()].some(
    key => !intended.has(key) && old.get(key) !== now.get(key),
  );
  const headings =
    plain(before.headings.map(({ text }) => text)) !== plain(after.headings.map(({ text }) => text));
  const boxes = before.checks.filter(
    ({ mark, text }, index) => after.checks[index]?.mark !== mark || after.checks[index].text !== text,
  );
  return fields || headings || before.checks.length !== after.checks.length || boxes.length > 1;
}

/** What each key says, without its place. */
function valuesByKey({ fields }: PlanDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { key, value } of fields) {
    values.set(plainKey(key), `${values.get(plainKey(key)) ?? ''}${plain(value)}`);
  }
  return values;
}

function plain(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'range' ? undefined : part));
}
