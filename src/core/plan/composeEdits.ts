import type { TextEdit } from '../base/text';

/** A stretch of the original text, or text that came in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * One set of edits of the original text for several sets that follow each other, each made for the text
 * that the ones before it leave.
 */
export function composeEdits(text: string, steps: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ start: 0, end: text.length }];
  for (const step of steps) {
    for (const edit of [...step].sort((a, b) => b.start - a.start || b.end - a.end)) {
      pieces = [...cut(pieces, 0, edit.start), { text: edit.text }, ...cut(pieces, edit.end, Infinity)];
    }
  }
  return gapsOf(pieces, text.length);
}

/** The pieces between two offsets of the text they make up. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = 'text' in piece ? piece.text.length : piece.end - piece.start;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end) {
      result.push(
        'text' in piece
          ? { text: piece.text.slice(start, end) }
          : { start: piece.start + start, end: piece.start + end },
      );
    }
    at += length;
  }
  return result;
}

/** What stands between the stretches of the original that are left. */
function gapsOf(pieces: readonly Piece[], length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let added = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ('text' in piece) {
      added += piece.text;
      continue;
    }
    if (added !== '' || piece.start > at) {
      edits.push({ start: at, end: piece.start, text: added });
    }
    at = piece.end;
    added = '';
  }
  return edits;
}
