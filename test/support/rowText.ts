import type { Row } from '../../src/present/row';
import { say } from '../../src/words/say';

/**
 * Rows as indented lines, `label | description`, to the given depth: what a reader sees when everything
 * is expanded.
 */
export function rowLines(rows: readonly Row[], depth = 1, indent = ''): string[] {
  return rows.flatMap(row => {
    const description = row.description === undefined ? '' : say(row.description);
    const line = `${indent}${say(row.label)}${description === '' ? '' : ` | ${description}`}`;
    return [line, ...(depth > 1 ? rowLines(row.children(), depth - 1, `${indent}  `) : [])];
  });
}

/** The row that is reached by these labels, or by what a screen reader says, from the top. */
export function rowAt(rows: readonly Row[], ...labels: readonly string[]): Row {
  const [label = '', ...rest] = labels;
  const row = rows.find(each => [each.label, each.accessibility].some(text => say(text).startsWith(label)));
  if (!row) {
    throw new Error(`no row "${label}" among:\n${rowLines(rows).join('\n')}`);
  }
  return rest.length === 0 ? row : rowAt(row.children(), ...rest);
}

/** A tooltip as lines. */
export function tooltipLines(row: Row): string[] {
  return (row.tooltip?.() ?? []).flatMap(part =>
    part.kind === 'list' ? part.items.map(item => `- ${say(item)}`) : [say(part.text)],
  );
}
