import type { TextEdit } from '../../core/plan/text';
import { applyEdits, LineIndex } from '../../core/plan/text';

/** The lines that edits change, `file:line` first, then the old ones with `-` and the new ones with `+`. */
export function editPreview(file: string, text: string, edits: readonly TextEdit[]): string[] {
  const index = new LineIndex(text);
  const result: string[] = [];
  for (const hunk of hunksOf(index, edits)) {
    const start = index.lineStart(hunk.from);
    const end = index.lineEnd(hunk.to);
    const moved = hunk.edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    const before = text.slice(start, end);
    const after = applyEdits(text.slice(start, Math.max(end, ...hunk.edits.map(edit => edit.end))), moved);
    result.push(`${file}:${hunk.from + 1}`, ...marked('-', before), ...marked('+', after));
  }
  return result;
}

interface Hunk {
  readonly from: number;
  to: number;
  readonly edits: TextEdit[];
}

/** Edits of the same or of neighbouring lines belong together. */
function hunksOf(index: LineIndex, edits: readonly TextEdit[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const from = index.position(edit.start).line;
    const to = index.position(edit.end).line;
    const last = hunks.at(-1);
    if (last && from <= last.to + 1) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else {
      hunks.push({ from, to, edits: [edit] });
    }
  }
  return hunks;
}

function marked(sign: string, text: string): string[] {
  const lines = text.split(/\r?\n/);
  return (lines.at(-1) === '' ? lines.slice(0, -1) : lines).map(line => `${sign} ${line}`);
}
