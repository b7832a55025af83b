import type { TextEdit } from '../../core/base/text';
import { applyEdits, LineIndex } from '../../core/base/text';

/** The lines that edits change, `file:line` first, then the old ones with `-` and the new ones with `+`. */
export function editPreview(file: string, text: string, edits: readonly TextEdit[]): string[] {
  const index = new LineIndex(text);
  const result: string[] = [];
  for (const hunk of hunksOf(index, edits)) {
    const start = index.lineStart(hunk.from);
    const end = index.lineEnd(hunk.to);
    const moved = hunk.edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    const before = linesOf(text.slice(start, end));
    const after = linesOf(
      applyEdits(text.slice(start, Math.max(end, ...hunk.edits.map(edit => edit.end))), moved),
    );
    let same = 0;
    while (same < before.length && same < after.length && before[same] === after[same]) {
      same++;
    }
    while (before.length > same && after.length > same && before.at(-1) === after.at(-1)) {
      before.pop();
      after.pop();
    }
    result.push(`${file}:${hunk.from + same + 1}`);
    before.slice(same).forEach(line => result.push(`- ${line}`));
    after.slice(same).forEach(line => result.push(`+ ${line}`));
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

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
