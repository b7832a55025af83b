/** A place in a text: both numbers start at zero; `character` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, but not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Places within this many lines and characters are shared: 100,000 small files have the same ones. */
const SHARED_LINES = 64;
const SHARED_CHARACTERS = 128;
const shared = new Array<Position | undefined>(SHARED_LINES * SHARED_CHARACTERS);

/** The place, for texts of which many are kept: one value for all that have it near the beginning. */
export function positionAt(line: number, character: number): Position {
  if (line >= SHARED_LINES || character >= SHARED_CHARACTERS) {
    return { line, character };
  }
  return (shared[line * SHARED_CHARACTERS + character] ??= { line, character });
}

/** Replaces the UTF-16 code units `start` ≤ i < `end` of a text. An insertion has `start === end`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies edits that do not overlap, in whatever order they come.
 * @throws RangeError when two edits overlap or one lies outside the text; that is a bug in the caller.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}..${edit.end} overlaps another or leaves the text`);
    }
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edits that lead back to a text, for what {@link applyEdits} makes of it. */
export function inverseEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(edit => {
      const start = edit.start + shift;
      shift += edit.text.length - (edit.end - edit.start);
      return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
    });
}

/** Where the lines of a text begin, to turn offsets into positions and back. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) {
      this.starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offset of the first code unit of a line; the text's length for a line past the end. */
  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset just behind the last code unit of a line, without its `\r\n` or `\n`. */
  lineEnd(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) {
      return this.text.length;
    }
    return this.text[next - 2] === '\r' && next - 2 >= this.lineStart(line) ? next - 2 : next - 1;
  }

  /** The text of a line without its line ending. */
  line(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return positionAt(low, offset - (this.starts[low] as number));
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
