import type { Category } from './category';

const DROPPED = new Set(
  "won't do|wont do|won't fix|wont fix|wontfix|cancelled|canceled|dropped|rejected|declined|duplicate|abandoned|obsolete|archived|superseded".split(
    '|',
  ),
);
const BLOCKED = /^(?:blocked|on hold|waiting|paused|stuck)\b/;
const DONE = /^(?:done|completed?|closed|finished|shipped|released|merged)$/;
const OPEN = /^(?:to ?do|open|new|backlog|draft|icebox|ideas?|ready|planned|proposed|triage|later)\b/;

/** The category that a status outside the plan's own list speaks for by its word alone, if any. */
export function categoryByWord(status: string): Category | undefined {
  const word = status.trim().toLowerCase().replaceAll('’', "'").replaceAll(/[-_]+/g, ' ');
  if (DROPPED.has(word)) {
    return 'dropped';
  }
  if (BLOCKED.test(word)) {
    return 'blocked';
  }
  return DONE.test(word) ? 'done' : OPEN.test(word) ? 'open' : undefined;
}
