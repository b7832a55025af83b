/** A scalar found in one line: its text without quotes, and where its source stands in the line. */
export interface ScalarText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);

/** The text of an unquoted scalar; '' for YAML's spellings of null. */
export function plainText(source: string): string {
  return NULLS.has(source) ? '' : source;
}

/**
 * Reads what stands in `line` from `from` on as one scalar, the way nearly every field is written:
 * unquoted, or quoted without escapes. More than YAML allows is read as plain text: a leading `@`, a
 * second colon. Undefined when the value needs the YAML library.
 */
export function readScalar(line: string, from: number): ScalarText | undefined {
  const start = skipBlanks(line, from);
  const first = line[start] ?? '';
  if (first === "'" || first === '"') {
    const quoted = readQuoted(line, start, first);
    return quoted && /^(?:[ \t]*$|[ \t]+#)/.test(line.slice(quoted.end)) ? quoted : undefined;
  }
  if ('[]{}&*!|>%,'.includes(first) && first !== '') {
    return undefined;
  }
  if ('-?:'.includes(first) && first !== '' && /^[ \t]?$/.test(line[start + 1] ?? '')) {
    return undefined;
  }
  const end = trimmedEnd(line, start, commentStart(line, start));
  return { text: plainText(line.slice(start, end)), start, end };
}

/** Reads `[a, b]` on one line with unquoted entries; undefined when it needs the YAML library. */
export function readPlainList(line: string, from: number): readonly ScalarText[] | undefined {
  const start = skipBlanks(line, from);
  const end = trimmedEnd(line, start, commentStart(line, start));
  const inner = line.slice(start + 1, end - 1);
  if (line[start] !== '[' || line[end - 1] !== ']' || end - start < 2 || /[[\]{}'"#:&*!|>%?]/.test(inner)) {
    return undefined;
  }
  const items: ScalarText[] = [];
  let at = start + 1;
  for (const part of inner.split(',')) {
    const itemStart = Math.min(skipBlanks(line, at), at + part.length);
    const itemEnd = trimmedEnd(line, itemStart, at + part.length);
    items.push({ text: plainText(line.slice(itemStart, itemEnd)), start: itemStart, end: itemEnd });
    at += part.length + 1;
  }
  if (items.at(-1)?.text === '') {
    items.pop();
  }
  return items.every(item => item.end > item.start && line[item.start] !== '-') ? items : undefined;
}

/** Offset of the ` #` that begins a comment, or the line's length. */
function commentStart(line: string, from: number): number {
  for (let at = line.indexOf('#', from); at !== -1; at = line.indexOf('#', at + 1)) {
    if (at === 0 || line[at - 1] === ' ' || line[at - 1] === '\t') {
      return at;
    }
  }
  return line.length;
}

/** Reads a quoted scalar that begins at `start`; undefined when its line does not end it, or when it has escapes. */
export function readQuoted(line: string, start: number, quote: string): ScalarText | undefined {
  let close = line.indexOf(quote, start + 1);
  while (quote === "'" && close !== -1 && line[close + 1] === quote) {
    close = line.indexOf(quote, close + 2);
  }
  const inner = line.slice(start + 1, close);
  if (close === -1 || (quote === '"' && inner.includes('\\'))) {
    return undefined;
  }
  return { text: quote === "'" ? inner.replaceAll("''", "'") : inner, start, end: close + 1 };
}

/** The next place that is neither a blank nor a tab. */
export function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') {
    at++;
  }
  return at;
}

/** The end of what stands from `start` up to `end`, without blanks and tabs. */
export function trimmedEnd(line: string, start: number, end: number): number {
  let at = end;
  while (at > start && (line[at - 1] === ' ' || line[at - 1] === '\t')) {
    at--;
  }
  return at;
}
