import type { TextEdit } from '../../base/text';
import type { Field } from '../document';
import { plainKey } from '../plainKey';
import { findField, lineBreakAt, linesOf, replaceSpan, valueSpan } from './fieldText';
import type { FieldText, Span } from './fieldText';
import { scalarText } from './scalarText';
import { insertField, removeField } from './setField';

/** A key two levels below a field of the front matter: `tasks: {APP-1: {estimate: 3d}}`. */
export interface NestedPlace {
  readonly map: string;
  /** Whether an entry of the map is the wanted one, by its key; the last such entry counts. */
  readonly isEntry: (key: string) => boolean;
  readonly key: string;
}

/** A `NestedPlace` whose key may not be there yet, and where it goes then. */
export interface NestedKey extends NestedPlace {
  /** What the entry is called where there is none. */
  readonly entry: string;
  /** Keys of the front matter, in the order in which a new one is put among them. */
  readonly order: readonly string[];
}

/** The field that a nested key names; undefined where the file has none. */
export function findNested(
  { document }: Pick<FieldText, 'document'>,
  wanted: NestedPlace,
): Field | undefined {
  const entry = entryOf(findField(document, wanted.map), wanted);
  return fieldsOf(entry).find(({ key }) => plainKey(key) === plainKey(wanted.key));
}

/**
 * Sets a nested key, in the manner in which its entry is written; what is missing above it is added.
 * @param text the value as YAML of one line that can stand in brackets; undefined takes the key out, and with the last
 * one its entry
 * @returns undefined where the text is laid out in a way that has no place for it
 */
export function setNested(
  file: FieldText,
  wanted: NestedKey,
  text: string | undefined,
): readonly TextEdit[] | undefined {
  const map = findField(file.document, wanted.map);
  const entry = entryOf(map, wanted);
  const field = findNested(file, wanted);
  if (text === undefined) {
    return !map || !entry || !field ? [] : taken(file, wanted, [map, entry, field]);
  }
  if (field) {
    const span = valueSpan(file, field);
    return [replaceSpan(span, span.start === span.end ? ` ${text}` : text)];
  }
  const pair = `${wanted.key}: ${text}`;
  if (entry) {
    return added(file, entry, pair, `{${pair}}`);
  }
  const named = `${scalarText(wanted.entry, 'plain', true)}: {${pair}}`;
  return map
    ? added(file, map, named)
    : [insertField(file, wanted.map, `${wanted.map}:${file.eol}  ${named}${file.eol}`, wanted.order)];
}

function entryOf(map: Field | undefined, { isEntry }: NestedPlace): Field | undefined {
  return fieldsOf(map).findLast(({ key }) => isEntry(key));
}

function fieldsOf(field: Field | undefined): readonly Field[] {
  return field?.value.kind === 'map' ? field.value.fields : [];
}

/**
 * A pair at the end of a field's map.
 * @param whole the value of a field that has none
 */
function added(
  file: FieldText,
  parent: Field,
  pair: string,
  whole?: string,
): readonly TextEdit[] | undefined {
  const span = valueSpan(file, parent);
  const last = fieldsOf(parent).at(-1);
  if (span.start === span.end) {
    const at = linesOf(file, parent).end;
    const line = `${lineBreakAt(file, at)}  ${pair}${file.eol}`;
    return whole === undefined ? [{ start: at, end: at, text: line }] : [replaceSpan(span, ` ${whole}`)];
  }
  if (parent.value.kind !== 'map') {
    return undefined;
  }
  if (file.text[span.start] === '{') {
    const at = last ? valueSpan(file, last).end : span.start + 1;
    return [{ start: at, end: at, text: last ? `, ${pair}` : pair }];
  }
  if (!last || file.lines.position(span.start).line === parent.range.start.line) {
    return undefined;
  }
  const at = linesOf(file, last).end;
  const indent = ' '.repeat(last.range.start.character);
  return [{ start: at, end: at, text: `${lineBreakAt(file, at)}${indent}${pair}${file.eol}` }];
}

/** Takes a field out of its entry, or the entry with it, or all, where nothing else is left there but somebody's words. */
function taken(
  file: FieldText,
  { map: name }: NestedKey,
  [map, entry, field]: readonly [Field, Field, Field],
): readonly TextEdit[] | undefined {
  if (fieldsOf(entry).length > 1) {
    return without(file, entry, field);
  }
  const isLast = fieldsOf(map).length === 1;
  const lines = linesOf(file, isLast ? map : entry);
  const own = spanOfField(file, field);
  if (hasComment(file.text.slice(lines.start, own.start) + file.text.slice(own.end, lines.end))) {
    return emptied(file, entry, own);
  }
  return isLast ? removeField(file, name) : without(file, map, entry);
}

/** Whether YAML has a comment; a sign within a word is none. */
function hasComment(text: string): boolean {
  return /(?:^|\s)#/.test(text);
}

/** Leaves an entry without fields, and all comments in their places. */
function emptied(file: FieldText, entry: Field, field: Span): readonly TextEdit[] {
  const taken = replaceSpan(field, '');
  const { start } = valueSpan(file, entry);
  if (file.text[start] === '{') {
    return [taken];
  }
  const colon = file.text.indexOf(':', spanOfField(file, entry).start + entry.key.length) + 1;
  return [{ start: colon, end: colon, text: ' {}' }, taken];
}

/** From the key of a field to the end of its value. */
function spanOfField(file: FieldText, field: Field): Span {
  const { line, character } = field.range.start;
  return { start: file.lines.lineStart(line) + character, end: valueSpan(file, field).end };
}

/** One of several fields is taken out. */
function without(file: FieldText, parent: Field, field: Field): readonly TextEdit[] | undefined {
  const all = fieldsOf(parent);
  const inFlow = file.text[valueSpan(file, parent).start] === '{';
  if (!inFlow) {
    const lines = linesOf(file, field);
    const alone = all.every(one => one === field || one.range.start.line !== field.range.start.line);
    return alone && field.range.start.line > parent.range.start.line ? [replaceSpan(lines, '')] : undefined;
  }
  const index = all.indexOf(field);
  const [before, after] = [all[index - 1], all[index + 1]];
  if (before) {
    return [replaceSpan({ start: valueSpan(file, before).end, end: valueSpan(file, field).end }, '')];
  }
  return after
    ? [replaceSpan({ start: spanOfField(file, field).start, end: spanOfField(file, after).start }, '')]
    : undefined;
}
