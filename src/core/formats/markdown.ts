import MarkdownIt from 'markdown-it';
import type { LineIndex } from '../plan/text';
import type { CheckLine, Heading, Note } from './document';

/** Headings, check lines and notes of a Markdown body. */
export interface MarkdownBlocks {
  readonly headings: readonly Heading[];
  readonly checks: readonly CheckLine[];
  readonly notes?: readonly Note[];
}

// HTML on, so that comments are blocks of their own and the boxes in them do not count.
const markdown = new MarkdownIt({ html: true, maxNesting: 40 });
markdown.core.ruler.enableOnly(['normalize', 'block']);
// A quoted list is a citation and no work of this plan; and quotes nested 100 deep take minutes.
markdown.block.ruler.disable(['table', 'reference', 'blockquote']);

const NOTE = /^[-*]?\s*\*\*Depends on(?:\*\*\s*:|:\*\*)(.*)$/i;
const BOX = /^\[(\P{Cc})\](?=\s|$)/u;

/** Reads the body of a text from line `first` on; blocks only, nothing inside a line. */
export function readMarkdown(text: string, lines: LineIndex, first: number): MarkdownBlocks {
  // markdown-it ends a line at a lone CR as well, `LineIndex` does not.
  const body = text
    .slice(lines.lineStart(first))
    .replace(/^\uFEFF/, '')
    .replace(/\r(?!\n)/g, ' ');
  const headings: Heading[] = [];
  const checks: CheckLine[] = [];
  const notes: Note[] = [];
  const items: (number | undefined)[] = [];
  let itemLine: number | undefined;
  let headingAt: { level: number; line: number } | undefined;
  for (const token of markdown.parse(body, {})) {
    const line = first + (token.map?.[0] ?? 0);
    if (token.type === 'inline' && !headingAt) {
      notes.push(...readNotes(token.content, line, headings.length));
    }
    if (token.type === 'heading_open') {
      headingAt = { level: Number(token.tag.slice(1)), line };
    } else if (token.type === 'list_item_open') {
      items.push(undefined);
      itemLine = line;
    } else if (token.type === 'list_item_close') {
      items.pop();
    } else if (token.type === 'inline' && headingAt) {
      // A quote with a ruled line below it looks like an underlined heading.
      if (!token.content.startsWith('>')) {
        headings.push({ ...headingAt, text: token.content.replace(/\s+/g, ' ').trim() });
      }
      headingAt = undefined;
    } else if (token.type === 'inline' && line === itemLine) {
      const check = readCheck(text.slice(lines.lineStart(line), lines.lineEnd(line)), token.content);
      if (check) {
        const parent = items.findLast(index => index !== undefined);
        const heading = headings.length > 0 ? headings.length - 1 : undefined;
        items[items.length - 1] = checks.length;
        checks.push({
          line,
          ...(parent === undefined ? {} : { parent }),
          ...(heading === undefined ? {} : { heading }),
          ...check,
        });
      }
      itemLine = undefined;
    }
  }
  return { headings, checks, ...(notes.length > 0 ? { notes } : {}) };
}

function readNotes(content: string, first: number, headings: number): Note[] {
  if (!/\*\*Depends on/i.test(content)) {
    return [];
  }
  return content.split('\n').flatMap((line, index) => {
    const text = NOTE.exec(line)?.[1]?.trim();
    return text ? [{ text, line: first + index, ...(headings > 0 ? { heading: headings - 1 } : {}) }] : [];
  });
}

/** The box in a source line, given the paragraph that begins on it. */
function readCheck(
  line: string,
  content: string,
): Pick<CheckLine, 'mark' | 'markAt' | 'text' | 'textAt'> | undefined {
  const mark = BOX.exec(content)?.[1];
  if (mark === undefined) {
    return undefined;
  }
  const firstLine = content.split('\n', 1)[0] ?? '';
  const at = line.trimEnd().length - firstLine.trimEnd().length;
  if (!line.startsWith(`[${mark}]`, at)) {
    return undefined;
  }
  const textAt = Math.min(line.length, at + mark.length + 3);
  return { mark, markAt: at + 1, text: line.slice(textAt), textAt };
}
