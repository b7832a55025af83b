import type { Message } from '../../base/message';
import type { Rules } from '../../plan/settings';
import { closingsOf } from './closingWords';
import { subjectOf } from '../graph/history';
import type { FoundId, IdMatcher } from './idMatcher';
import type { Evidence, EvidenceMessages } from '../link';
import type { MessageLine } from './messageLines';
import { messageLines } from './messageLines';

/** Why a message belongs to a task. */
export interface Mention {
  /** Key of the task. */
  readonly task: string;
  readonly evidence: Extract<Evidence, 'closes' | 'trailer' | 'subject' | 'body'>;
  readonly strength: 'closes' | 'works-on' | 'mentions';
  readonly reason: Message<EvidenceMessages>;
}

/** All that one commit message says. It depends on the message, the plan's ids and its rules alone. */
export interface MessageEvidence {
  /** At most one per task and kind of evidence, in the order of the message. */
  readonly mentions: readonly Mention[];
  /** `Task: none`. */
  readonly noTask: boolean;
}

const STRENGTH = { closes: 'closes', trailer: 'works-on', subject: 'works-on', body: 'mentions' } as const;
const NOTHING: MessageEvidence = { mentions: [], noTask: false };
const NO_TASK: MessageEvidence = { mentions: [], noTask: true };
const TRAILER_LINE = /^[ \t]*([A-Za-z][A-Za-z0-9-]*)[ \t]*:[ \t]*(?=\S)/;
const REVERTS = 'This reverts commit';
const REVERTED = /This reverts commits? ([0-9a-f]{7,64})/gi;
const PICKS = '(cherry picked from commit';
const PICKED = /\(cherry picked from commit ([0-9a-f]{7,64})\)/gi;
const SAYS_NONE = /:[ \t]{0,9}none/i;
const QUOTED_REVERT = /^(?:revert|reapply) "/i;
/** A squash merge as the forges write it: the subject ends with the pull request's number. */
const SQUASH = /\(#\d+\)\s*$/;

/** True for the subject of a squash merge: `Sign-in (#12)`. */
export function isSquashSubject(subject: string): boolean {
  return SQUASH.test(subject);
}

/** What the subject of a squash merge was before the number; undefined for any other subject. */
export function squashedSubject(subject: string): string | undefined {
  return isSquashSubject(subject) ? subject.replace(SQUASH, '').trimEnd() : undefined;
}

/** True when a line of the message is `<trailer>: none`: the commit needs no task. */
export function saysNoTask(message: string, trailer: string): boolean {
  if (!SAYS_NONE.test(message)) {
    return false;
  }
  return messageLines(message).some(line => {
    const match = isOwn(line) ? TRAILER_LINE.exec(line.text) : null;
    return (
      match?.[1]?.toLowerCase() === trailer.toLowerCase() &&
      /^none(?![\w-])/i.test(line.text.slice(match[0].length))
    );
  });
}

/** Hashes that the message says it reverts, as written. */
export function revertedHashes(message: string): string[] {
  // Most messages have none, and a plain search is much cheaper than an expression.
  return message.includes(REVERTS) ? hashes(message, REVERTED) : [];
}

/** Hashes of the commits that the message says it was picked from, as written. */
export function pickedHashes(message: string): string[] {
  return message.includes(PICKS) ? hashes(message, PICKED) : [];
}

/** True for a commit that takes another one back, or brings a reverted one back. */
export function isRevert(message: string): boolean {
  return QUOTED_REVERT.test(message) || message.includes(REVERTS);
}

/**
 * Finds what a commit message says about the tasks of a plan, by the rules of "Git evidence". Linear in
 * the message.
 */
export function matchMessage(message: string, matcher: IdMatcher, rules: Rules): MessageEvidence {
  const ids = matcher.findIds(message);
  const noTask = saysNoTask(message, rules.trailer);
  if (ids.length === 0) {
    return noTask ? NO_TASK : NOTHING;
  }
  const subject = subjectOf({ message });
  // Most messages name their tasks in the subject alone; the rest need not be read then.
  const beyond = ids.some(id => id.start >= subject.length);
  const lines = messageLines(beyond ? message : subject);
  const squash = isSquashSubject(subject);
  const revert = QUOTED_REVERT.test(subject) || (!squash && revertedHashes(message).length > 0);
  const trailers = [rules.trailer.toLowerCase(), 'refs', 'part-of'];
  const mentions = new Map<string, Mention>();
  const add = (task: string, evidence: Mention['evidence'], reason: Mention['reason']): void => {
    const key = `${evidence} ${task}`;
    if (!mentions.has(key)) {
      mentions.set(key, { task, evidence, strength: STRENGTH[evidence], reason });
    }
  };

  let next = 0;
  for (const line of lines) {
    const found: FoundId[] = [];
    for (let id = ids[next]; id && id.start < line.start + line.text.length; id = ids[++next]) {
      found.push(id);
    }
    if (found.length === 0 || (line.kind === 'subject' && QUOTED_REVERT.test(subject))) {
      // A quoted subject is the other commit's, not this one's.
      continue;
    }
    const closable = !revert && (line.kind === 'subject' || line.kind === 'text');
    const closings = closable ? closingsOf(line, found) : [];
    for (const closing of closings) {
      add(closing.found.key, 'closes', { code: 'closes', args: [closing.word, closing.found.id] });
    }
    const closed = new Set(closings.map(closing => closing.found));
    for (const id of found) {
      if (line.kind === 'subject') {
        add(id.key, 'subject', { code: 'subject', args: [id.id] });
      }
      if (isTrailer(line, found, trailers)) {
        add(id.key, 'trailer', { code: 'trailer', args: [line.text.trim()] });
      } else if (squash && line.text.startsWith('* ')) {
        add(id.key, 'subject', { code: 'squash-line', args: [line.text.slice(2).trim()] });
      } else if (line.kind !== 'subject' && !closed.has(id)) {
        add(id.key, 'body', { code: 'body', args: [id.id] });
      }
    }
  }
  return { mentions: [...mentions.values()], noTask };
}

/** Indented lines count: `git merge --squash` indents the messages, trailers included. */
function isOwn(line: MessageLine): boolean {
  return line.kind === 'text' || line.kind === 'subject' || line.kind === 'indented';
}

/** `Refs: APP-1, APP-2`: a known word, then an id at once. */
function isTrailer(line: MessageLine, ids: readonly FoundId[], words: readonly string[]): boolean {
  const match = isOwn(line) && line.kind !== 'subject' ? TRAILER_LINE.exec(line.text) : null;
  const first = (ids[0]?.start ?? 0) - line.start;
  return (
    match !== null &&
    words.includes(match[1]?.toLowerCase() ?? '') &&
    /^[#[(]{0,2}$/.test(line.text.slice(match[0].length, Math.min(first, match[0].length + 3)))
  );
}

function hashes(message: string, pattern: RegExp): string[] {
  return [...message.matchAll(pattern)].map(match => (match[1] ?? '').toLowerCase());
}
