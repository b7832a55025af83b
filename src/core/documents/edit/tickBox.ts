import type { Change, EditResult } from '../../plan/change';
import type { TextEdit } from '../../base/text';
import type { CheckLine } from '../document';
import type { FieldText } from './fieldText';
import { refuse } from './refusal';

/**
 * The one-character edit that puts a mark into a box; none when it already says the same.
 * `x` and `X` mean the same.
 */
export function markBox(file: FieldText, check: CheckLine, mark: string): TextEdit[] {
  if (check.mark.toLowerCase() === mark.toLowerCase()) {
    return [];
  }
  const start = file.lines.lineStart(check.line) + check.markAt;
  return [{ start, end: start + check.mark.length, text: mark }];
}

/**
 * The box a person meant: the one on its line if that still holds the text, else the only one with
 * that text.
 * @param textOf how the format shows a line's text
 * @returns undefined when the line is gone or several others carry the text
 */
export function findBox(
  checks: readonly CheckLine[],
  line: number,
  text: string,
  textOf: (check: CheckLine) => string = check => check.text,
): CheckLine | undefined {
  const same = checks.filter(check => textOf(check).trim() === text.trim());
  return same.find(check => check.line === line) ?? (same.length === 1 ? same[0] : undefined);
}

/** Ticks or unticks a checklist item; refused when its line can no longer be told. */
export function editCheck(
  file: FieldText,
  checks: readonly CheckLine[],
  { line, text, checked }: Extract<Change, { kind: 'tick' }>,
): EditResult {
  const box = findBox(checks, line, text);
  return box
    ? { ok: true, edits: markBox(file, box, checked ? 'x' : ' ') }
    : refuse({ code: 'checklist-moved', args: [text] });
}
