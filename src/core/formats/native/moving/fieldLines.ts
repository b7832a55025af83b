import type { InlineKind, InlineToken } from '../../../documents/inlineTask';
import { scalarText } from '../../../documents/edit/scalarText';
import { fieldsOf } from '../../../plan/fields/valueFields';
import type { Task } from '../../../plan/model';

/** The fields of task files that hold what pieces of a line say, where they have another name. */
const NAMES: Readonly<Partial<Record<InlineKind, string>>> = {
  label: 'labels',
  after: 'depends_on',
  alias: 'aliases',
  commit: 'commits',
  'not-commit': 'commits',
};

/** Fields that hold several values; of the others the first one counts. */
const LISTS: ReadonlySet<string> = new Set([
  'assignee',
  'labels',
  'depends_on',
  'aliases',
  'branch',
  'needs',
  'commits',
]);

/** Pieces of a line with commas between values. */
const WITH_COMMAS: ReadonlySet<InlineKind> = new Set(['after', 'alias', 'needs']);

/**
 * The lines of front matter that say what the pieces of an inline task say, values as they are written.
 * @returns `rest`: what no field can hold, such as comments, and attributes that are there twice
 */
export function fieldLines(
  tokens: readonly InlineToken[],
  { id, title, status }: Task,
): { readonly fields: readonly string[]; readonly rest: readonly string[] } {
  const values = new Map<string, string[]>([
    ['id', [scalarText(id, 'plain')]],
    ['title', title === '' ? [] : [scalarText(title, 'plain')]],
    ['status', status === '' ? [] : [scalarText(status, 'plain')]],
  ]);
  const rest: string[] = [];
  for (const token of tokens.filter(({ kind }) => !['id', 'title', 'status'].includes(kind))) {
    const kind = token.meant?.kind ?? token.kind;
    const name = NAMES[kind] ?? kind;
    const there = values.get(name) ?? [];
    if (kind === 'comment') {
      rest.push(token.value);
    } else if (LISTS.has(name)) {
      values.set(name, [...there, ...entriesOf(kind, token.value)]);
    } else if (there.length === 0) {
      values.set(name, [scalarText(token.value, 'plain')]);
    } else {
      rest.push(`${name}: ${token.value}`);
    }
  }
  const fields = fieldsOf('task').flatMap(({ name }) => {
    const own = values.get(name) ?? [];
    return own.length === 0 ? [] : [`${name}: ${LISTS.has(name) ? `[${own.join(', ')}]` : own.join('')}`];
  });
  return { fields, rest };
}

function entriesOf(kind: InlineKind, value: string): readonly string[] {
  const entries = WITH_COMMAS.has(kind) ? value.split(',').map(entry => entry.trim()) : [value];
  return entries
    .filter(entry => entry !== '')
    .map(entry => (kind === 'needs' ? needText(entry) : entryText(kind, entry)));
}

function entryText(kind: InlineKind, entry: string): string {
  return scalarText(kind === 'not-commit' ? `!${entry}` : entry, 'plain', true);
}

/** `licence:3` of a line is `{licence: 3}` in a file. */
function needText(entry: string): string {
  const [, name, amount] = /^(.+):(\d{1,9}(?:\.\d{1,9})?)$/.exec(entry) ?? [];
  return name !== undefined && amount !== undefined
    ? `{${scalarText(name.trim(), 'plain', true)}: ${amount}}`
    : scalarText(entry, 'plain', true);
}
