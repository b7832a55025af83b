import type { LineIndex } from '../base/text';

/** Where the front matter of a Markdown text lies. */
export interface FrontMatter {
  /** First line of its YAML, and the line behind its last. */
  readonly firstLine: number;
  readonly endLine: number;
  /** First line of the body. */
  readonly bodyLine: number;
  /** Whether the closing `---` is missing. */
  readonly open: boolean;
}

const FENCE = /^\uFEFF?---[ \t]*$/;

/** A line that begins a field: a key at column 0, quoted or not, and a colon. Group 1 is the key. */
export const KEY_LINE = /^\uFEFF?("[^"]*"|'[^']*'|[^\s#'"[\]{},&*!|>%@`:-][^:]*):(?=[ \t]|$)/;

/**
 * Finds the lines between two `---` at the top, which is line `top`. Without a second one the front matter ends before the
 * first line that cannot be YAML; when not even the next line is a field, the `---` is a ruled line.
 */
export function findFrontMatter(text: string, lines: LineIndex, top = 0): FrontMatter | undefined {
  const line = (number: number) => text.slice(lines.lineStart(number), lines.lineEnd(number));
  const firstLine = top + 1;
  if (!FENCE.test(line(top))) {
    return undefined;
  }
  for (let end = firstLine; end < lines.lineCount; end++) {
    if (FENCE.test(line(end))) {
      return { firstLine, endLine: end, bodyLine: end + 1, open: false };
    }
  }
  let end = firstLine;
  while (end < lines.lineCount && (KEY_LINE.test(line(end)) || /^(?:[ \t]+\S|- )/.test(line(end)))) {
    end++;
  }
  return KEY_LINE.test(line(firstLine)) ? { firstLine, endLine: end, bodyLine: end, open: true } : undefined;
}
