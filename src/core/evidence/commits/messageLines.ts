/** One line of a commit message. */
export interface MessageLine {
  readonly text: string;
  /** Offset of its first character in the message. */
  readonly start: number;
  readonly kind: 'subject' | 'text' | 'code' | 'indented' | 'quote' | 'comment';
}

/**
 * Splits a commit message into lines and tells which of them are not the author's own words: fenced
 * (`code`) or indented code, quotes (`>`), and comments (`#`, `<!-- -->`).
 */
export function messageLines(message: string): MessageLine[] {
  const lines: MessageLine[] = [];
  let fence: string | undefined;
  let comment = false;
  let start = 0;
  for (const raw of message.split('\n')) {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    let kind: MessageLine['kind'] = 'text';
    if (start === 0) {
      kind = 'subject';
    } else if (fence !== undefined || mark !== undefined) {
      kind = 'code';
      if (fence === undefined) {
        fence = mark;
      } else if (mark?.startsWith(fence)) {
        fence = undefined;
      }
    } else if (comment || text.includes('<!--') || text.startsWith('#')) {
      kind = 'comment';
      const opened = text.lastIndexOf('<!--');
      const closed = text.lastIndexOf('-->');
      comment = opened === closed ? comment : opened > closed;
    } else if (/^(?: {4}|\t)/.test(text)) {
      kind = 'indented';
    } else if (/^\s*>/.test(text)) {
      kind = 'quote';
    }
    lines.push({ text, start, kind });
    start += raw.length + 1;
  }
  return lines;
}
