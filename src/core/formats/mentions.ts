import type { LineIndex } from '../base/text';
import { findFrontMatter } from '../documents/frontMatter';
import { ID_PATTERN } from '../plan/ids';
import { withoutCode } from '../documents/proseLine';

/** An id in a line of a text; characters count UTF-16 units, up to, but not including, `end`. */
export interface Mention {
  readonly id: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const ID = new RegExp(ID_PATTERN, 'g');
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** What looks like an id in one line, outside of code, addresses, paths and longer words. */
export function mentionsInLine(own: string, line: number): readonly Mention[] {
  // Nearly all lines have none, and a hyphen is found faster.
  if (!own.includes('-')) {
    return [];
  }
  const prose = withoutCode(own);
  return [...prose.matchAll(ID)].flatMap(({ 0: id, index }) => {
    const around = (prose[index - 1] ?? ' ') + (prose[index + id.length] ?? ' ');
    return /^[\w/.#-]|[\w-]$/.test(around) ? [] : [{ id, line, start: index, end: index + id.length }];
  });
}

/** What looks like an id anywhere in a text, outside of blocks of code. In front matter there is none. */
export function mentionsIn(text: string, lines: LineIndex): readonly Mention[] {
  const body = findFrontMatter(text, lines)?.bodyLine ?? 0;
  const found: Mention[] = [];
  let fence = '';
  for (let line = 0; line < lines.lineCount; line++) {
    const own = lines.line(line);
    const mark = line < body ? '' : (FENCE.exec(own)?.[1] ?? '');
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) {
      fence = fence === '' ? mark : '';
    } else if (fence === '') {
      found.push(...mentionsInLine(own, line));
    }
  }
  return found;
}
