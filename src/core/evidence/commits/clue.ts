import type { Message } from '../../base/message';
import type { Evidence, EvidenceMessages, Strength } from '../link';

/** One reason why a commit belongs to a task; the clues of a pair become one `Link`. */
export interface Clue {
  /** Key of the task. */
  readonly task: string;
  readonly evidence: Evidence;
  readonly strength: Exclude<Strength, 'plans'>;
  readonly reason: Message<EvidenceMessages>;
}

const ORDER: Record<Evidence, number> = {
  manual: 0,
  closes: 1,
  trailer: 2,
  subject: 3,
  branch: 4,
  body: 5,
  file: 6,
};

/** Sorts the strongest evidence first. */
export function byStrength(a: Clue, b: Clue): number {
  return ORDER[a.evidence] - ORDER[b.evidence];
}
