import type { TextEdit } from '../../base/text';
import type { Field, Value } from '../document';
import { findField, lineBreakAt, replaceSpan, spanOf, textsOf, valueSpan } from './fieldText';
import type { FieldText, Span } from './fieldText';
import { scalarText, styleOf } from './scalarText';
import type { ScalarStyle } from './scalarText';
import { insertField } from './setField';
import type { KeyManner } from './setField';

/** How a format writes lists that a file does not have yet. */
export interface ListManner extends KeyManner {
  /** `block`: always one entry a line; `neighbours`: as the file's other lists are, else `[a, b]`. */
  readonly list: 'block' | 'neighbours';
}

/** A new entry as it is written, which is more than one scalar. */
export interface EntrySource {
  readonly source: string;
}

/** What the list shall hold: entries that are there (by their index) and new ones (by their text). */
export type ListEntry = number | string | EntrySource;

type NewEntry = Exclude<ListEntry, number>;

/**
 * Turns a list field into the wanted entries. Entries that stay keep their text, lines and comments.
 * @param wanted kept indices in rising order, with new texts between them
 * @param style quoting of new entries
 */
export function editList(
  file: FieldText,
  key: string,
  wanted: readonly ListEntry[],
  manner: ListManner,
  style: ScalarStyle = manner.style,
): TextEdit[] {
  const field = findField(file.document, key);
  if (field || wanted.length === 0) {
    return field ? editListField(file, field, wanted, manner, style) : [];
  }
  const lines = key + ':' + listText(file, wanted as NewEntry[], manner, style) + file.eol;
  return [insertField(file, key, lines, manner.order)];
}

/** `editList` for a field that is there, at whatever depth. */
export function editListField(
  file: FieldText,
  field: Field,
  wanted: readonly ListEntry[],
  manner: ListManner,
  style: ScalarStyle = manner.style,
): TextEdit[] {
  const texts = textsOf(field.value);
  const unchanged = wanted.length === texts.length && wanted.every((entry, index) => entry === index);
  if (unchanged) {
    return [];
  }
  const span = valueSpan(file, field);
  if (field.value.kind === 'list' && field.value.items.length > 0) {
    return file.text[span.start] === '['
      ? editFlow(file, field.value.items, wanted, style)
      : editBlock(file, field, field.value.items, wanted, style);
  }
  return replaceScalar(file, span, texts[0], wanted, manner, style);
}

/**
 * An empty field, an empty list or one scalar: written anew, but one scalar for another stays a scalar.
 * @param scalar the scalar's text, entry 0
 */
function replaceScalar(
  file: FieldText,
  span: Span,
  scalar: string | undefined,
  wanted: readonly ListEntry[],
  manner: ListManner,
  style: ScalarStyle,
): TextEdit[] {
  const old = file.text.slice(span.start, span.end);
  const oldStyle = styleOf(old);
  const [only] = wanted;
  if (scalar !== undefined && wanted.length === 1 && typeof only === 'string') {
    return [replaceSpan(span, scalarText(only, oldStyle))];
  }
  const write = (inFlow: boolean) =>
    wanted.map(entry =>
      typeof entry === 'number'
        ? scalarText(scalar ?? '', oldStyle, inFlow)
        : entryText(entry, style, inFlow),
    );
  if (wanted.length === 0 || listStyle(file, manner).flow) {
    return [replaceSpan(span, `${span.end === span.start ? ' ' : ''}[${write(true).join(', ')}]`)];
  }
  // Entries begin on the next line; a comment stays behind the key.
  const before = file.text.slice(file.lines.lineStart(lineOf(file, span.start)), span.start);
  const blanks = before.length - before.trimEnd().length;
  const lineEnd = file.lines.lineEnd(lineOf(file, span.end));
  return [
    { start: span.start - blanks, end: span.end, text: '' },
    { start: lineEnd, end: lineEnd, text: blockText(file, write(false), manner) },
  ];
}

function lineOf(file: FieldText, offset: number): number {
  return file.lines.position(offset).line;
}

function editFlow(
  file: FieldText,
  items: readonly Value[],
  wanted: readonly ListEntry[],
  style: ScalarStyle,
): TextEdit[] {
  const spans = items.map(item => spanOf(file, item.range));
  const source = (entry: ListEntry): string => {
    if (typeof entry !== 'number') {
      return entryText(entry, style, true);
    }
    const span = spans[entry] as Span;
    return file.text.slice(span.start, span.end);
  };
  const { head, tail } = commonEnds(wanted, spans.length);
  const middle = wanted.slice(head, wanted.length - tail).map(source);
  const [first, last] = [spans[0] as Span, spans[spans.length - 1] as Span];
  if (head > 0) {
    const start = spans[head - 1] as Span;
    const end = spans[spans.length - tail - 1] as Span;
    return [{ start: start.end, end: end.end, text: middle.map(text => `, ${text}`).join('') }];
  }
  if (tail > 0) {
    const removed = spans.length - tail;
    const next = spans[removed] as Span;
    if (middle.length === 0 || removed === 0) {
      return [{ start: first.start, end: next.start, text: middle.map(text => `${text}, `).join('') }];
    }
    return [{ start: first.start, end: (spans[removed - 1] as Span).end, text: middle.join(', ') }];
  }
  const end = middle.length > 0 ? last.end : trailingComma(file.text, last.end);
  return [{ start: first.start, end, text: middle.join(', ') }];
}

/** `[a, ]` emptied is `[]`: a comma alone is no list. */
function trailingComma(text: string, at: number): number {
  const match = /^\s*,/.exec(text.slice(at, at + 80));
  return match ? at + match[0].length : at;
}

/** How many entries stay in place at the beginning and at the end. */
function commonEnds(wanted: readonly ListEntry[], count: number): { head: number; tail: number } {
  let head = 0;
  while (head < count && wanted[head] === head) {
    head++;
  }
  let tail = 0;
  while (tail < count - head && wanted[wanted.length - 1 - tail] === count - 1 - tail) {
    tail++;
  }
  return { head, tail };
}

function editBlock(
  file: FieldText,
  field: Field,
  items: readonly Value[],
  wanted: readonly ListEntry[],
  style: ScalarStyle,
): TextEdit[] {
  const spans = items.map(item => entryLines(file, item));
  const kept = new Set(wanted.filter(entry => typeof entry === 'number'));
  const edits = spans.filter((_, index) => !kept.has(index)).map(span => replaceSpan(span, ''));
  const dash = dashOf(file, spans[0] as Span);
  let at = (spans[0] as Span).start;
  const added = new Map<number, string>();
  for (const entry of wanted) {
    if (typeof entry === 'number') {
      at = (spans[entry] as Span).end;
    } else {
      added.set(at, `${added.get(at) ?? ''}${dash}${entryText(entry, style, false)}${file.eol}`);
    }
  }
  for (const [start, text] of added) {
    edits.push({ start, end: start, text: lineBreakAt(file, start) + text });
  }
  if (wanted.length === 0) {
    const keyStart = file.lines.lineStart(field.range.start.line) + field.range.start.character;
    const colon = file.text.indexOf(':', keyStart + field.key.length) + 1;
    edits.push({ start: colon, end: colon, text: ' []' });
  }
  return edits;
}

/** All lines of an entry of a block list, with their line endings. */
export function entryLines(file: FieldText, item: Value): Span {
  const span = spanOf(file, item.range);
  const last = file.lines.position(Math.max(span.end - 1, span.start)).line;
  return { start: file.lines.lineStart(item.range.start.line), end: file.lines.lineStart(last + 1) };
}

/** The entry's indentation, dash and the space behind it. */
function dashOf(file: FieldText, entry: Span): string {
  return /^[ \t]*-[ \t]+/.exec(file.text.slice(entry.start, entry.end))?.[0] ?? '  - ';
}

function listText(
  file: FieldText,
  entries: readonly NewEntry[],
  manner: ListManner,
  style: ScalarStyle,
): string {
  if (entries.length === 0 || listStyle(file, manner).flow) {
    return ` [${entries.map(entry => entryText(entry, style, true)).join(', ')}]`;
  }
  return blockText(
    file,
    entries.map(entry => entryText(entry, style, false)),
    manner,
  );
}

function blockText(file: FieldText, entries: readonly string[], manner: ListManner): string {
  const { dash } = listStyle(file, manner);
  return entries.map(entry => `${file.eol}${dash}${entry}`).join('');
}

/** How the file's own lists look: in brackets, or with which dash. */
function listStyle(file: FieldText, manner: ListManner): { flow: boolean; dash: string } {
  for (const { value } of file.document.fields) {
    const [first] = value.kind === 'list' ? value.items : [];
    const start = file.lines.lineStart(value.range.start.line) + value.range.start.character;
    if (first && file.text[start] !== '[') {
      return { flow: false, dash: dashOf(file, entryLines(file, first)) };
    }
  }
  return { flow: manner.list === 'neighbours', dash: '  - ' };
}

function entryText(entry: NewEntry, style: ScalarStyle, inFlow: boolean): string {
  return typeof entry === 'string' ? scalarText(entry, style, inFlow) : entry.source;
}
