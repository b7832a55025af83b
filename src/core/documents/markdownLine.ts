import type { CheckLine, Note } from './document';

const NOTE = /^[-*]?\s*\*\*Depends on(?:\*\*\s*:|:\*\*)(.*)$/i;
const BOX = /^\[(\P{Cc})\](?=\s|$)/u;

/** Lines `**Depends on**: text` of a paragraph that begins on line `first`, below the given number of headings. */
export function readNotes(content: string, first: number, headings: number): Note[] {
  if (!/\*\*Depends on/i.test(content)) {
    return [];
  }
  return content.split('\n').flatMap((line, index) => {
    const text = NOTE.exec(line)?.[1]?.trim();
    return text ? [{ text, line: first + index, ...(headings > 0 ? { heading: headings - 1 } : {}) }] : [];
  });
}

/** The box in a source line, given the paragraph that begins on it. */
export function readCheck(
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
