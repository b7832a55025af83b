/** A string, a comment, or any other character that is no slash; sticky, so that the search ends where none stands. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|[^"/]/gsy;

/**
 * Reads JSON as VS Code's settings are written: with comments, and with commas after a last entry.
 * Linear in the text.
 * @throws SyntaxError for anything else
 */
export function parseJsonWithComments(text: string): unknown {
  const source = text.replace(/^\uFEFF/, '');
  const parts: string[] = [];
  /** Where in `parts` a comma stands that nothing but blanks has followed. */
  let comma: number | undefined;
  let end = 0;
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    end = index + token.length;
    if (/^\/[/*]/.test(token)) {
      continue;
    }
    if (comma !== undefined && (token === '}' || token === ']')) {
      parts[comma] = ' ';
    }
    if (token === ',') {
      comma = parts.length;
    } else if (!/\s/.test(token) || token.length > 1) {
      comma = undefined;
    }
    parts.push(token);
  }
  return JSON.parse(parts.join('') + source.slice(end));
}
