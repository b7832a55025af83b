import type { FoundId } from './idMatcher';
import type { MessageLine } from './messageLines';

const WORDS = '(close[sd]?|closing|fix(?:e[sd])?|fixing|resolve[sd]?|resolving)';
const BEFORE_ID = new RegExp(`(?<![\\w-])${WORDS}[ \\t]{1,3}[#[(]?$`, 'i');
const TRAILER = new RegExp(`^[ \\t]{0,3}${WORDS}[ \\t]*:`, 'i');
const JOIN = /^[\])]?\s{0,3}(,|&|\+|\/|and\b|,\s{0,2}and\b)\s{0,3}[#[(]?$/i;
/** More than the longest closing word with its blanks; looking back no further keeps a line linear. */
const LOOK_BACK = 16;

/** An id that a closing word closes. */
export interface Closing {
  readonly found: FoundId;
  readonly word: string;
}

/**
 * The ids of one line that a closing word closes: `Fixes APP-1`, `…; closes APP-1`, the trailer
 * `Fixes: APP-1, APP-2`. In a sentence, ids joined by `and` are closed together, ids after a comma only
 * when nothing but the end of the sentence follows: `Fixes APP-1, APP-2 is next` closes the first.
 * @param ids the ids of the line in order, with offsets in the whole message
 */
export function closingsOf(line: MessageLine, ids: readonly FoundId[]): Closing[] {
  const trailer = TRAILER.exec(line.text)?.[1];
  if (trailer !== undefined && idsOnly(line, ids, TRAILER.exec(line.text)?.[0].length ?? 0)) {
    // `fix: APP-1` as a subject is the type of a conventional commit.
    return line.kind === 'subject' ? [] : ids.map(found => ({ found, word: trailer }));
  }
  const closings: Closing[] = [];
  const quoted = quoteProbe(line.text);
  for (let i = 0; i < ids.length; i++) {
    const found = ids[i];
    const word = found && closingWord(line, found);
    if (word === undefined || quoted((found?.start ?? 0) - line.start)) {
      continue;
    }
    const run = joined(line, ids, i);
    run.forEach(each => closings.push({ found: each, word }));
    i += run.length - 1;
  }
  return closings;
}

/** True when nothing but ids and what joins them stands behind offset `from` of the line. */
function idsOnly(line: MessageLine, ids: readonly FoundId[], from: number): boolean {
  let at = from;
  for (const id of ids) {
    if (!/^(?:[\s,;&+/#[\]()]|and\b)*$/i.test(line.text.slice(at, id.start - line.start))) {
      return false;
    }
    at = id.end - line.start;
  }
  return /^[\s,;.\])]*$/.test(line.text.slice(at));
}

function closingWord(line: MessageLine, found: FoundId): string | undefined {
  const at = found.start - line.start;
  const back = line.text.slice(Math.max(0, at - LOOK_BACK), at);
  const match = BEFORE_ID.exec(back);
  if (!match) {
    return undefined;
  }
  const head = line.text.slice(Math.max(0, at - 2 * LOOK_BACK), at - match[0].length);
  const atStart = at - match[0].length <= LOOK_BACK && /^\s*(?:[-*+]\s+)?$/.test(head);
  return atStart || /[;,]\s*$/.test(head) ? match[1] : undefined;
}

function joined(line: MessageLine, ids: readonly FoundId[], first: number): FoundId[] {
  const run = ids.slice(first, first + 1);
  let firstComma: number | undefined;
  for (const next of ids.slice(first + 1, first + 50)) {
    const end = (run.at(-1)?.end ?? 0) - line.start;
    const between = line.text.slice(end, Math.min(next.start - line.start, end + LOOK_BACK));
    const join = next.start - line.start - end < LOOK_BACK ? JOIN.exec(between)?.[1] : undefined;
    if (join === undefined) {
      break;
    }
    if (join === ',') {
      firstComma ??= run.length;
    }
    run.push(next);
  }
  const after = (run.at(-1)?.end ?? 0) - line.start;
  const ends = /^[\])]?\s*(?:$|[.;:([]|[-–—])/.test(line.text.slice(after, after + LOOK_BACK));
  return ends || firstComma === undefined ? run : run.slice(0, firstComma);
}

/** Tells whether an offset lies in back-ticks or double quotes; offsets must be asked in ascending order. */
function quoteProbe(text: string): (offset: number) => boolean {
  let at = 0;
  let open: string | undefined;
  return offset => {
    for (; at < offset; at++) {
      const char = text.charAt(at);
      if (open === undefined && (char === '`' || char === '"')) {
        open = char;
      } else if (char === open) {
        open = undefined;
      }
    }
    return open !== undefined;
  };
}
