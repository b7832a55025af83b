import type { TextEdit } from '../../base/text';
import type { Field } from '../document';
import { findFrontMatter } from '../frontMatter';
import { plainKey } from '../plainKey';
import { findField, lineBreakAt, linesOf, replaceSpan, valueSpan } from './fieldText';
import type { FieldText } from './fieldText';
import { scalarText, styleOf } from './scalarText';
import type { ScalarStyle } from './scalarText';

/** How a format writes keys that a file does not have yet. */
export interface KeyManner {
  /** Keys in the order in which the format lists them; a new key goes behind the last one before it. */
  readonly order: readonly string[];
  /** Style of a new scalar. */
  readonly style: ScalarStyle;
}

/**
 * Sets a field that holds one value. The old value's quoting, its comment and everything around it stay;
 * a value over several lines becomes one line.
 * @param key the format's spelling, used when the file has no such field under any spelling
 */
export function setField(file: FieldText, key: string, value: string, manner: KeyManner): TextEdit[] {
  const field = findField(file.document, key);
  if (!field) {
    const text = scalarText(value, manner.style === 'plain' ? dateStyle(file, value) : manner.style);
    return [insertField(file, key, `${key}: ${text}${file.eol}`, manner.order)];
  }
  const span = valueSpan(file, field);
  if (span.end === span.start) {
    return [{ start: span.start, end: span.start, text: ` ${scalarText(value, manner.style)}` }];
  }
  const old = file.text.slice(span.start, span.end);
  const text = scalarText(value, styleOf(old));
  return text === old ? [] : [replaceSpan(span, text)];
}

/** Removes a field with all of its lines; nothing to do when the file has none. */
export function removeField(file: FieldText, key: string): TextEdit[] {
  const field = findField(file.document, key);
  return field ? [replaceSpan(linesOf(file, field), '')] : [];
}

/**
 * The insertion of a new field's lines.
 * @param lines complete, with the line ending of the last one
 */
export function insertField(file: FieldText, key: string, lines: string, order: readonly string[]): TextEdit {
  const { fields } = file.document;
  if (fields.length === 0) {
    return insertFirstField(file, lines);
  }
  const before = new Set(order.slice(0, Math.max(0, order.indexOf(key))).map(plainKey));
  const previous = fields.reduce<Field | undefined>(
    (last, field) => (before.has(plainKey(field.key)) ? field : last),
    undefined,
  );
  const first = fields[0] as Field;
  const at = previous ? linesOf(file, previous).end : linesOf(file, first).start;
  return { start: at, end: at, text: lineBreakAt(file, at) + lines };
}

/** Into an empty front matter, or with a front matter around it where the file has none. */
function insertFirstField(file: FieldText, lines: string): TextEdit {
  const frontMatter = findFrontMatter(file.text, file.lines);
  if (frontMatter) {
    const at = file.lines.lineStart(frontMatter.firstLine);
    return { start: at, end: at, text: lines };
  }
  const bom = file.text.startsWith('\ufeff') ? 1 : 0;
  const blank = file.text.length > bom ? file.eol : '';
  return { start: bom, end: bom, text: `---${file.eol}${lines}---${file.eol}${blank}` };
}

/** A new date is written as the first other date of the file is, unless the format says how. */
function dateStyle(file: FieldText, value: string): ScalarStyle {
  const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}/.test(text);
  const other = file.document.fields.find(
    field => field.value.kind === 'scalar' && isDate(field.value.text) && isDate(value),
  );
  return other ? styleOf(file.text.slice(valueSpan(file, other).start)) : 'plain';
}
