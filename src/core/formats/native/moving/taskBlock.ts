import type { TextEdit } from '../../../base/text';
import { LineIndex } from '../../../base/text';
import type { CheckLine, PlanDocument } from '../../../documents/document';
import { parseDocument } from '../../../documents/parseDocument';

/** A text of Markdown with its lines and what was read from it. */
export interface Sheet {
  readonly text: string;
  readonly lines: LineIndex;
  readonly document: PlanDocument;
  /** Its line ending. */
  readonly eol: string;
}

/** The lines of a list entry with all that is nested in it, from the first to the last. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/** Where a list entry is put. */
export interface Slot {
  /** The line that it follows. */
  readonly after: number;
  /** What stands before its box. */
  readonly lead: string;
  /** Whether a blank line comes between. */
  readonly gap?: boolean | undefined;
  /** Whether text follows that would become a part of it. */
  readonly crowded?: boolean | undefined;
}

/** A line that begins something else than more text of the paragraph above it. */
const BLOCK_START = /^\s*(?:#|>|<|`{3}|~{3}|[-*+](?:\s|$)|\d{1,9}[.)]\s)/;

const TAB = 4;

/** Reads a text of Markdown. */
export function sheetOf(text: string): Sheet {
  return {
    text,
    lines: new LineIndex(text),
    document: parseDocument(text, 'markdown'),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Whether a check line lies below another one, at whatever depth. */
export function isBelow(document: PlanDocument, check: CheckLine, above: CheckLine): boolean {
  let at: CheckLine | undefined = check;
  while (at?.parent !== undefined) {
    at = document.checks[at.parent];
    if (at === above) {
      return true;
    }
  }
  return false;
}

/** The lines of a check line and of all that is nested in it. */
export function blockOf({ document, lines }: Sheet, check: CheckLine): Block {
  const inside = width(lines.line(check.line).slice(0, check.markAt - 1));
  const next = document.checks.find(other => other.line > check.line && !isBelow(document, other, check));
  let last = check.line;
  for (let line = check.line + 1; line < Math.min(next?.line ?? Infinity, lines.lineCount); line++) {
    const text = lines.line(line);
    if (text.trim() === '') {
      continue;
    }
    const isLazy = last === line - 1 && !BLOCK_START.test(text);
    if (!isLazy && width(/^\s*/.exec(text)?.[0] ?? '') < inside) {
      break;
    }
    last = line;
  }
  return { first: check.line, last };
}

/** The texts of the lines of a block. */
export function linesOf({ lines }: Sheet, { first, last }: Block): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => lines.line(first + index));
}

/** Takes a block out. Of blank lines on both sides, those behind it go as well. */
export function cutBlock({ lines }: Sheet, { first, last }: Block): TextEdit {
  const isBlank = (line: number): boolean => line < lines.lineCount && lines.line(line).trim() === '';
  let end = last + 1;
  if (first > 0 && isBlank(first - 1)) {
    while (isBlank(end)) {
      end++;
    }
  }
  return end < lines.lineCount
    ? { start: lines.lineStart(first), end: lines.lineStart(end), text: '' }
    : { start: first > 0 ? lines.lineEnd(first - 1) : 0, end: lines.lineEnd(last), text: '' };
}

/**
 * The lines of a block as they stand in another place.
 * @param check its first line, as it was
 * @param lead what stands before the box there
 */
export function placed(block: readonly string[], check: CheckLine, lead: string): readonly string[] {
  const [first = '', ...others] = block;
  const old = first.slice(0, check.markAt - 1);
  const [from, to] = [blanksOf(old), blanksOf(lead)];
  const wider = lead.length - to.length - (old.length - from.length);
  return [
    lead + first.slice(check.markAt - 1),
    ...others.map(line =>
      line.trim() !== '' && line.startsWith(from) ? to + shifted(line.slice(from.length), wider) : line,
    ),
  ];
}

/** Lines that are nested in a check line, as they stand in a text of their own. */
export function outdented(nested: readonly string[], check: CheckLine, { lines }: Sheet): readonly string[] {
  const inside = width(lines.line(check.line).slice(0, check.markAt - 1));
  return nested.map(line => {
    let at = 0;
    while (at < line.length && /\s/.test(line.charAt(at)) && width(line.slice(0, at + 1)) <= inside) {
      at++;
    }
    return line.slice(at);
  });
}

/** Puts lines into a slot. */
export function insertLines({ lines, eol }: Sheet, slot: Slot, block: readonly string[]): TextEdit {
  const at = lines.lineEnd(slot.after);
  const text = eol + (slot.gap ? eol : '') + block.join(eol) + (slot.crowded ? eol : '');
  return { start: at, end: at, text };
}

/** The slot behind a check line and all that is nested in it. */
export function slotAfter(sheet: Sheet, check: CheckLine): Slot {
  const lead = sheet.lines.line(check.line).slice(0, check.markAt - 1);
  return { after: blockOf(sheet, check).last, lead };
}

/** The slot of the last entry below a check line. */
export function slotUnder(sheet: Sheet, check: CheckLine): Slot {
  const { document, lines } = sheet;
  const after = blockOf(sheet, check).last;
  const child = document.checks.findLast(({ parent }) => parent === document.checks.indexOf(check));
  if (child) {
    return { after, lead: lines.line(child.line).slice(0, child.markAt - 1) };
  }
  const own = lines.line(check.line).slice(0, check.markAt - 1);
  const blanks = blanksOf(own);
  const marker = own.slice(blanks.length);
  const hasTabs = document.checks.some(
    ({ line, parent }) => parent !== undefined && lines.line(line).startsWith('\t'),
  );
  const deeper = hasTabs ? '\t' : ' '.repeat(marker.length);
  return { after, lead: blanks + deeper + (/^[-*+]/.test(marker) ? marker : '- ') };
}

/** A line, or one indented by more or less. */
function shifted(line: string, by: number): string {
  const blanks = blanksOf(line);
  return by >= 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, blanks.length));
}

function blanksOf(text: string): string {
  return /^\s*/.exec(text)?.[0] ?? '';
}

/** Columns that a text takes whose tabs stand four columns apart. */
function width(text: string): number {
  return Array.from(text).reduce((column, char) => column + (char === '\t' ? TAB - (column % TAB) : 1), 0);
}
