import type { LineIndex } from '../base/text';

/** A text whose conflicts are resolved to "ours", with every offset and line number where it was. */
export interface OursSide {
  readonly text: string;
  /** Line of the first marker; undefined when there is none. */
  readonly conflictLine: number | undefined;
}

type Side = 'ours' | 'base' | 'theirs';

const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?: |$)/;

/**
 * Replaces conflict markers (diff3's too) and what is not "ours" by spaces. A `=======` outside a
 * conflict is a heading's underline. Of a conflict that never ends only the markers go, since nobody
 * can tell where "theirs" stops.
 */
export function oursSide(text: string, lines: LineIndex): OursSide {
  if (!text.includes('<<<<<<<')) {
    return { text, conflictLine: undefined };
  }
  const blank = new Set<number>();
  let conflictLine: number | undefined;
  let side: Side | undefined;
  let others: number[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    const marker = MARKER.exec(lines.line(line))?.[1]?.[0];
    if (marker === '<' && side === undefined) {
      side = 'ours';
      conflictLine ??= line;
      blank.add(line);
    } else if (marker === '|' && side === 'ours') {
      side = 'base';
      blank.add(line);
    } else if (marker === '=' && (side === 'ours' || side === 'base')) {
      side = 'theirs';
      blank.add(line);
    } else if (marker === '>' && side !== undefined) {
      side = undefined;
      blank.add(line);
      others.forEach(other => blank.add(other));
      others = [];
    } else if (side === 'base' || side === 'theirs') {
      others.push(line);
    }
  }
  return { text: blankLines(text, lines, blank), conflictLine };
}

function blankLines(text: string, lines: LineIndex, blank: ReadonlySet<number>): string {
  const parts: string[] = [];
  let at = 0;
  for (const line of [...blank].sort((a, b) => a - b)) {
    const start = lines.lineStart(line);
    const end = lines.lineEnd(line);
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
