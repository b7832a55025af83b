import { expectedDependency, parseDependency } from '../plan/dependency';
import type { InlineField } from '../plan/fields/fields';
import { INLINE_FIELDS } from '../plan/fields/valueFields';
import type { ValueKind } from '../plan/fields/valueKinds';
import { parseHandLink } from '../plan/handLink';
import { ID_PATTERN, prefixOf } from '../plan/ids';
import { EXPECTED_ID, isOtherId } from '../plan/otherIds';
import { parsePriority } from '../plan/priority';
import type { PlanSettings } from '../plan/settings';

/** What a piece of an inline task says. */
export type InlineKind =
  | 'id'
  /** A link to the task's own file, `[APP-40](../tasks/app-40.md)`; stands where an id would. */
  | 'reference'
  | 'assignee'
  | 'label'
  | 'status'
  | InlineField
  | 'after'
  | 'alias'
  | 'branch'
  | 'needs'
  | 'commit'
  | 'not-commit'
  /** An attribute by its key, with a value that is none: `due:soon`. It says nothing, and is no title. */
  | 'invalid'
  /** `<!-- … -->`: neither title nor attributes. */
  | 'comment'
  | 'title';

/** A piece of an inline task's text, from `start` up to `end`. */
export interface InlineToken {
  readonly kind: InlineKind;
  /** The id, the person with `@`, the label without `#`, a value without its key and quotes, or words. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Of an invalid attribute: what it was meant to be. */
  readonly meant?: { readonly kind: InlineKind; readonly key: string; readonly expected: string };
}

/** What tells an id from a hyphenated word: the prefixes of the plan. */
export type IdPrefixes = Pick<PlanSettings, 'prefix' | 'aliases'>;

const ID = new RegExp(`^${ID_PATTERN}(?=[\\s:]|$)`);
const LINK = new RegExp(`^\\[(${ID_PATTERN})(?:[^\\]\\n]*)\\]\\([^()\\s]*\\)(?=\\s|$)`);

/** `title` holds what none of the others is, so it has no key. */
const KEYS = new Map<string, InlineKind>([
  ...INLINE_FIELDS.filter(({ inline }) => inline !== '!').map(({ inline, name }): [string, InlineKind] => [
    inline,
    name,
  ]),
  ['after', 'after'],
  ['alias', 'alias'],
  ['branch', 'branch'],
  ['needs', 'needs'],
  ['commit', 'commit'],
  ['!commit', 'not-commit'],
  ['status', 'status'],
]);

/** Which values an attribute takes, and how to say so. */
interface Rule {
  expected(value: string): string;
  accepts(value: string): boolean;
}

const COMMIT: Rule = { expected: () => 'abc1234', accepts: value => parseHandLink(value) !== undefined };

/** Any value goes for the others. */
const RULES: Partial<Record<InlineKind, Rule>> = {
  ...Object.fromEntries(INLINE_FIELDS.map(({ name, kind }) => [name, ruleOf(kind)])),
  after: {
    expected: value => expectedDependency(value, 'APP-4, APP-4+2d'),
    accepts: value => value.split(',').every(entry => parseDependency(entry) !== undefined),
  },
  alias: {
    expected: () => EXPECTED_ID,
    accepts: value => value.split(',').every(id => isOtherId('task', id.trim())),
  },
  commit: COMMIT,
  'not-commit': COMMIT,
};

function ruleOf({ expected, spell }: ValueKind<unknown>): Rule {
  return { expected, accepts: value => spell(value) !== undefined };
}

/**
 * Splits the text of one checklist line (what follows the box) into the pieces of an inline task, in
 * their order. The id or the reference comes first or not at all; attributes stand anywhere after it,
 * each after white space and outside code spans and comments; the rest is title words, among them `@`, `#` and `!` without
 * a valid value, one token for each run of text between attributes. `Rate-limit` is an id only in a plan whose key is RATE;
 * in a plan without a key an id has capitals before its hyphen and a digit behind it.
 */
export function lexInline(text: string, prefixes: IdPrefixes): readonly InlineToken[] {
  const tokens: InlineToken[] = [];
  let at = skipBlanks(text, 0);
  const first = readFirst(text.slice(at), at, prefixes);
  if (first) {
    tokens.push(first);
    at = text[first.end] === ':' ? first.end + 1 : first.end;
  }
  let words: { start: number; end: number } | undefined;
  const closeWords = () => {
    if (words) {
      tokens.push({ kind: 'title', value: text.slice(words.start, words.end), ...words });
    }
    words = undefined;
  };
  for (at = skipBlanks(text, at); at < text.length; at = skipBlanks(text, at)) {
    const attribute = readComment(text, at) ?? readAttribute(text, at);
    if (attribute) {
      closeWords();
      tokens.push(attribute);
      at = attribute.end;
    } else {
      const end = wordEnd(text, at);
      words = { start: words?.start ?? at, end };
      at = end;
    }
  }
  closeWords();
  return tokens;
}

function readFirst(rest: string, at: number, prefixes: IdPrefixes): InlineToken | undefined {
  const link = LINK.exec(rest);
  if (link) {
    return { kind: 'reference', value: link[1] ?? '', start: at, end: at + link[0].length };
  }
  const id = ID.exec(rest)?.[0];
  return id !== undefined && isTaskId(id, prefixes)
    ? { kind: 'id', value: id, start: at, end: at + id.length }
    : undefined;
}

/** The id that a text begins with, whatever its prefix; '' for none. Blanks may stand before it. */
export function idAtStart(text: string): string {
  return ID.exec(text.trimStart())?.[0] ?? '';
}

function isTaskId(id: string, { prefix, aliases }: IdPrefixes): boolean {
  const own = prefixOf(id);
  return prefix === ''
    ? id.startsWith(own) && /\d/.test(id.slice(own.length))
    : own === prefix || aliases.includes(own);
}

function readComment(text: string, start: number): InlineToken | undefined {
  const close = text.startsWith('<!--', start) ? text.indexOf('-->', start + 4) : -1;
  const end = close + 3;
  return close === -1 ? undefined : { kind: 'comment', value: text.slice(start, end), start, end };
}

/** No key is longer. What it reads ends at the next quote, so that a line is read once, however many there are. */
const QUOTED = /(!?[a-z]{1,20}):"([^"]*)"(?=\s|$)/y;

function readAttribute(text: string, start: number): InlineToken | undefined {
  QUOTED.lastIndex = start;
  const quoted = QUOTED.exec(text);
  if (quoted) {
    return keyed(quoted[1] ?? '', quoted[2] ?? '', start, start + quoted[0].length);
  }
  const end = blankAfter(text, start);
  const word = text.slice(start, end);
  const token = (kind: InlineKind, value: string): InlineToken => ({ kind, value, start, end });
  if (/^@[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(word)) {
    return token('assignee', word);
  }
  // `#123` is somebody's issue number.
  if (/^#[\p{L}_][\p{L}\p{N}_/.-]*$/u.test(word)) {
    return token('label', word.slice(1));
  }
  if (word.startsWith('!') && parsePriority(word.slice(1))) {
    return token('priority', word.slice(1));
  }
  const colon = word.indexOf(':');
  return colon === -1 ? undefined : keyed(word.slice(0, colon), word.slice(colon + 1), start, end);
}

function keyed(key: string, value: string, start: number, end: number): InlineToken | undefined {
  const kind = KEYS.get(key);
  if (kind === undefined || value === '') {
    return undefined;
  }
  const rule = RULES[kind];
  return !rule || rule.accepts(value)
    ? { kind, value, start, end }
    : { kind: 'invalid', value, start, end, meant: { kind, key, expected: rule.expected(value) } };
}

/** The end of a word of the title; a code span belongs to its word, blanks included. */
function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isBlank(text[at])) {
    if (text[at] === '`') {
      let ticks = at;
      while (text[ticks] === '`') {
        ticks++;
      }
      const close = text.indexOf(text.slice(at, ticks), ticks);
      at = close === -1 ? ticks : close + (ticks - at);
    } else {
      at++;
    }
  }
  return at;
}

function blankAfter(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isBlank(text[at])) {
    at++;
  }
  return at;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && isBlank(text[at])) {
    at++;
  }
  return at;
}

function isBlank(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}
