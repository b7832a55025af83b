import { type LineIndex, type Position } from '../../core/base/text';
import { findFrontMatter, KEY_LINE } from '../../core/documents/frontMatter';

/** What is being written at a place of a plan file. */
export interface Spot {
  /**
   * `key`: the name of a field. `value`: a value of the field `key`, or one of its list. `attribute`: of an inline task,
   * the value of `key`, which is `@`, `#`, `!` or stands before a colon. `word`: in an inline task, what may become an
   * attribute. `text`: anything else.
   */
  readonly kind: 'key' | 'value' | 'attribute' | 'word' | 'text';
  /** As it is written; '' for a word or a text. */
  readonly key: string;
  /** From the beginning of the key, value or word up to the place. */
  readonly typed: string;
  /** Characters of the line that a completion replaces. */
  readonly start: number;
  readonly end: number;
  /** Whether a value is an entry of a list in brackets. */
  readonly inFlow?: true;
  /** Whether a key has its colon already. */
  readonly hasColon?: true;
}

const CHECK = /^\s*(?:[-*+]|\d+[.)])\s+\[.\]\s+/;

/** What is being written at a place. It reads the lines around it only, so that it costs the same in every file. */
export function spotAt(text: string, lines: LineIndex, { line, character }: Position): Spot {
  const own = lines.line(line);
  const front = findFrontMatter(text, lines);
  if (front && line >= front.firstLine && line < front.endLine) {
    return inFrontMatter(lines, front.firstLine, line, own, character);
  }
  const check = CHECK.exec(own);
  return check && character >= check[0].length ? inCheckLine(own, character) : wordOf(own, character, 'text');
}

function inFrontMatter(lines: LineIndex, first: number, line: number, own: string, character: number): Spot {
  const before = own.slice(0, character);
  if (/^[\w-]*$/.test(before)) {
    const word = /^[\w-]*/.exec(own)?.[0] ?? '';
    const hasColon = own[word.length] === ':';
    return {
      ...{ kind: 'key', key: '', typed: before, start: 0, end: word.length },
      ...(hasColon && { hasColon }),
    };
  }
  const key = KEY_LINE.exec(own);
  if (key) {
    const from = key[0].length + (/^\s*/.exec(own.slice(key[0].length))?.[0].length ?? 0);
    return character >= key[0].length
      ? valueSpot(key[1] ?? '', own, Math.min(from, character), character)
      : wordOf(own, character, 'text');
  }
  const entry = /^\s*-\s+/.exec(own);
  if (entry && character >= entry[0].length) {
    for (let above = line - 1; above >= first; above--) {
      const named = KEY_LINE.exec(lines.line(above));
      if (named) {
        return valueSpot(named[1] ?? '', own, entry[0].length, character);
      }
    }
  }
  return wordOf(own, character, 'text');
}

/** @param from where the value begins in its line */
function valueSpot(key: string, own: string, from: number, character: number): Spot {
  const inFlow = own[from] === '[';
  const open = inFlow
    ? Math.max(own.lastIndexOf('[', character - 1), own.lastIndexOf(',', character - 1)) + 1
    : from;
  const start = open + (/^\s*/.exec(own.slice(open, character))?.[0].length ?? 0);
  const behind = own.slice(character);
  const comment = /\s#/.exec(behind)?.index ?? behind.length;
  const rest = behind.slice(0, comment).trimEnd();
  const end = character + (inFlow ? (/^[^,\]]*/.exec(rest)?.[0].trimEnd() ?? '').length : rest.length);
  return {
    ...{ kind: 'value', key, start, end, typed: own.slice(start, character).replace(/^['"]/, '') },
    ...(inFlow && { inFlow }),
  };
}

function inCheckLine(own: string, character: number): Spot {
  const word = wordOf(own, character, 'word');
  const { start, typed, end } = word;
  const sign = /^[@#!]/.exec(typed)?.[0];
  if (sign !== undefined) {
    return { kind: 'attribute', key: sign, typed: typed.slice(1), start, end };
  }
  const [, key, value = ''] = /^([a-z]{1,20}):(.*)$/.exec(typed) ?? [];
  if (key === undefined) {
    return word;
  }
  const piece = value.slice(value.lastIndexOf(',') + 1);
  const behind = /^[^,\s]*/.exec(own.slice(character))?.[0].length ?? 0;
  return { kind: 'attribute', key, typed: piece, start: character - piece.length, end: character + behind };
}

function wordOf(own: string, character: number, kind: 'word' | 'text'): Spot {
  const typed = /\S*$/.exec(own.slice(0, character))?.[0] ?? '';
  const behind = /^[^\s,;:)\]]*/.exec(own.slice(character))?.[0].length ?? 0;
  return { kind, key: '', typed, start: character - typed.length, end: character + behind };
}
