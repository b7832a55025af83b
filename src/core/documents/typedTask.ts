import { typedDay } from '../base/dayWords';
import type { IsoDate } from '../base/dates';
import type { Change } from '../plan/change';
import type { ListField, ScalarField } from '../plan/fields/fields';
import type { Plan } from '../plan/model';
import { lexInline, type InlineKind, type InlineToken } from './inlineTask';

/** A field that was typed, by its name in files, and its values in the order in which they were typed. */
export interface TypedField {
  readonly field: ScalarField | 'assignee' | 'labels' | 'depends_on' | 'aliases' | 'branch';
  readonly values: readonly string[];
}

/** A new task, as it was typed on one line. */
export interface TypedTask {
  /** What is no attribute; '' for none. */
  readonly title: string;
  readonly fields: readonly TypedField[];
  /** The same as changes of the task. */
  readonly changes: readonly Change[];
  /** Attributes that say nothing, and what they would have to be. */
  readonly unclear: readonly { readonly text: string; readonly expected?: string }[];
}

/** Any id will do: what follows one is read as in a plan file. */
const LEAD = 'X-1 ';
const PREFIXES = { prefix: 'X', aliases: [] };

const LISTS: Partial<Record<InlineKind, readonly [TypedField['field'], ListField]>> = {
  assignee: ['assignee', 'assignees'],
  label: ['labels', 'labels'],
  after: ['depends_on', 'dependsOn'],
  alias: ['aliases', 'otherIds'],
  branch: ['branch', 'branches'],
};

const SCALARS = ['status', 'priority', 'estimate', 'remaining', 'spent', 'start', 'due'] as const;

/** Attributes of which one value may name several. */
const WITH_COMMAS: readonly InlineKind[] = ['after', 'alias'];

/**
 * Reads a new task from one line as a plan file would hold it, without box and id: `Pay by card @pat est:2d due:friday`.
 * Days can be typed in words. An attribute that this line cannot hold, or that comes twice, is unclear and no title.
 */
export function typedTask(typed: string, plan: Plan, today: IsoDate): TypedTask {
  const title: string[] = [];
  const unclear: TypedTask['unclear'][number][] = [];
  const values = new Map<InlineKind, readonly string[]>();
  const text = withDays(typed.replace(/\s+/g, ' ').trim(), today);
  for (const token of lex(text)) {
    const { kind, value } = token;
    const isList = kind in LISTS;
    const isScalar = (SCALARS as readonly string[]).includes(kind);
    if (kind === 'title') {
      title.push(value);
    } else if (isList || (isScalar && !values.has(kind))) {
      const entries = WITH_COMMAS.includes(kind) ? value.split(',') : [value];
      const named = kind === 'assignee' ? entries.map(one => personIn(plan, one)) : entries;
      const before = values.get(kind) ?? [];
      values.set(kind, [...before, ...named.filter(one => !before.includes(one))]);
    } else {
      const expected = token.meant?.expected;
      unclear.push({ text: text.slice(token.start, token.end), ...(expected !== undefined && { expected }) });
    }
  }
  const all = [...values];
  return {
    title: title.join(' '),
    fields: all.map(([kind, texts]) => ({
      field: LISTS[kind]?.[0] ?? (kind as ScalarField),
      values: texts,
    })),
    changes: all.map(([kind, texts]): Change => {
      const list = LISTS[kind];
      return list
        ? { kind: 'setList', field: list[1], value: texts }
        : { kind: 'set', field: kind as ScalarField, value: texts[0] };
    }),
    unclear,
  };
}

/** The line with other values of a field, which then stand at its end; without values, they go. */
export function withTyped(
  typed: string,
  kind: 'assignee' | 'estimate' | 'due',
  values: readonly string[],
  today: IsoDate,
): string {
  const text = withDays(typed.replace(/\s+/g, ' ').trim(), today);
  const rest = lex(text)
    .filter(token => token.kind !== kind && token.meant?.kind !== kind)
    .map(token => text.slice(token.start, token.end));
  const spelled = values.map(value => {
    const key = { assignee: '@', estimate: 'est:', due: 'due:' }[kind];
    return key === '@' ? `@${value.replace(/^@/, '')}` : key + value;
  });
  return [...rest, ...spelled].join(' ');
}

/** Tokens of what follows the id, placed in the text as it was typed. */
function lex(text: string): readonly InlineToken[] {
  const [, ...tokens] = lexInline(LEAD + text, PREFIXES);
  return tokens.map(token => ({
    ...token,
    start: token.start - LEAD.length,
    end: token.end - LEAD.length,
  }));
}

/** The line with days in words as dates: `due:next friday` takes as many words as make a day. */
function withDays(typed: string, today: IsoDate): string {
  let text = typed;
  for (let from = 0; ;) {
    const start = from;
    const token = lex(text).find(one => one.start >= start && isDayAttribute(one));
    if (!token) {
      return text;
    }
    const found = dayAt(text, token, today);
    if (found) {
      text = `${text.slice(0, token.start)}${token.meant?.key ?? ''}:${found.day}${text.slice(found.end)}`;
    }
    from = token.start + 1;
  }
}

function isDayAttribute({ kind, meant }: InlineToken): boolean {
  return kind === 'invalid' && (meant?.kind === 'due' || meant?.kind === 'start');
}

/** No day takes more words: `24 dec 2027`. */
const MOST_WORDS = 3;

function dayAt(
  text: string,
  { value, end }: InlineToken,
  today: IsoDate,
): { readonly day: IsoDate; readonly end: number } | undefined {
  const more = text.slice(end).split(' ').slice(1, MOST_WORDS);
  for (let count = more.length; count >= 0; count--) {
    const words = more.slice(0, count);
    const day = typedDay([value, ...words].join(' '), today);
    if (day !== undefined) {
      return { day, end: end + words.reduce((sum, word) => sum + 1 + word.length, 0) };
    }
  }
  return undefined;
}

/** The person as the plan spells them, who may have no `@` there. */
function personIn({ tasks, settings }: Plan, person: string): string {
  const bare = person.slice(1);
  const known = (id: string): boolean =>
    settings.people.some(one => one.id === id) || tasks.some(({ assignees }) => assignees.includes(id));
  return !known(person) && known(bare) ? bare : person;
}
