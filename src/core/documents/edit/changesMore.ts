import type { Change } from '../../plan/change';
import type { PlanDocument } from '../document';
import { plainKey } from '../plainKey';

/** Keys of the front matter under which the formats keep a field that goes by another name in the model. */
const KEYS: Readonly<Partial<Record<string, readonly string[]>>> = {
  due: ['due', 'due_date'],
  assignees: ['assignee'],
  dependsOn: ['depends_on', 'dependencies'],
  branches: ['branch'],
  otherIds: ['aliases'],
  link: ['commits', 'references'],
  unlink: ['commits', 'references'],
  relink: ['commits', 'references', 'tasks'],
  dismiss: ['dismissed'],
  check: [],
};

/**
 * The net below every edit: whether what is read after it differs from before in more than the change
 * asked for, in the fields, the headings or more than one check line.
 */
export function changesMore(before: PlanDocument, after: PlanDocument, change: Change): boolean {
  const name = 'field' in change ? change.field : change.kind;
  const intended = new Set([...(KEYS[name] ?? [name]), 'updated_date'].map(plainKey));
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
