import { LineIndex } from '../../base/text';
import type { Range, TextEdit } from '../../base/text';
import type { Field, PlanDocument, Value } from '../document';
import { plainKey } from '../plainKey';

/** A plan file's text beside what was read from it: what every edit of its front matter works on. */
export interface FieldText {
  readonly text: string;
  readonly document: PlanDocument;
  readonly lines: LineIndex;
  /** Line ending of the file's first line, `\n` when there is only one line. */
  readonly eol: string;
}

/** A field's value by offsets: what `range` of the document says, cut to what is really written. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Returns a text with its lines and its parsed fields, for edits. */
export function fieldText(text: string, document: PlanDocument): FieldText {
  const newline = text.indexOf('\n');
  return { text, document, lines: new LineIndex(text), eol: text[newline - 1] === '\r' ? '\r\n' : '\n' };
}

/** Field names are compared without case, hyphens and underscores: `depends_on` finds `dependsOn`. */
export function findField(document: PlanDocument, name: string): Field | undefined {
  const wanted = plainKey(name);
  return document.fields.find(field => plainKey(field.key) === wanted);
}

/** The value's offsets without trailing white space; empty, right behind the colon, when there is no value. */
export function valueSpan(file: FieldText, field: Field): Span {
  const span = spanOf(file, field.value.range);
  if (span.end > span.start) {
    return span;
  }
  const keyStart = offset(file, field.range.start.line, field.range.start.character);
  const colon = file.text.indexOf(':', keyStart + field.key.length);
  return { start: colon + 1, end: colon + 1 };
}

/** A range by offsets, without white space at its end. */
export function spanOf(file: FieldText, range: Range): Span {
  const start = offset(file, range.start.line, range.start.character);
  let end = offset(file, range.end.line, range.end.character);
  while (end > start && /\s/.test(file.text.charAt(end - 1))) {
    end--;
  }
  return { start, end };
}

/** Offsets of all lines of a field, with their line endings. */
export function linesOf(file: FieldText, field: Field): Span {
  const last = file.lines.position(Math.max(valueSpan(file, field).end - 1, 0)).line;
  return {
    start: file.lines.lineStart(field.range.start.line),
    end: file.lines.lineStart(Math.max(last, field.range.start.line) + 1),
  };
}

/** The texts of a field: its scalar, or every scalar of its list. A missing or empty field has none. */
export function textsOf(value: Value | undefined): readonly string[] {
  switch (value?.kind) {
    case 'scalar':
      return value.text === '' ? [] : [value.text];
    case 'list':
      return value.items.map(item => (item.kind === 'scalar' ? item.text : ''));
    default:
      return [];
  }
}

/** The line ending that new lines at `at` need before them: where the text ends within a line. */
export function lineBreakAt(file: FieldText, at: number): string {
  return at === file.text.length && at > 0 && !file.text.endsWith('\n') ? file.eol : '';
}

/** Returns the edit that puts a text in the place of a part of a line. */
export function replaceSpan(span: Span, text: string): TextEdit {
  return { start: span.start, end: span.end, text };
}

function offset(file: FieldText, line: number, character: number): number {
  return file.lines.lineStart(line) + character;
}
