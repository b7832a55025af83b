import type { Category } from '../../plan/model';
import type { Status } from '../../plan/settings';

const DROPPED = new Set(
  "won't do|wont do|won't fix|wont fix|wontfix|cancelled|canceled|dropped|rejected|declined|duplicate|abandoned|obsolete|archived|superseded".split(
    '|',
  ),
);
const BLOCKED = /^(?:blocked|on hold|waiting|paused|stuck)\b/;
const DONE = /^(?:done|completed?|closed|finished|shipped|released|merged)$/;
const OPEN = /^(?:to ?do|open|new|backlog|draft|icebox|ideas?|ready|planned|proposed|triage|later)\b/;

/** The category that a status outside the config speaks for by its word alone, if any. */
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

/**
 * The statuses of a config in its order. The last one is done, as the tool has it; of the others the
 * first is open, and a word that speaks for itself (`Blocked`, `Cancelled`) beats the position.
 */
export function statusesOf(names: readonly string[]): Status[] {
  return names.map((name, index) => {
    const word = categoryByWord(name);
    if (index === names.length - 1) {
      return { name, category: word === 'dropped' ? 'dropped' : 'done' };
    }
    return { name, category: word ?? (index === 0 ? 'open' : 'active') };
  });
}
