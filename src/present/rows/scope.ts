import type { History } from '../../core/evidence/history';
import type { IsoDate } from '../../core/plan/dates';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { indexOf, type PlanIndex } from '../planIndex';

/** What the rows of one plan are drawn from. */
export interface Scope {
  readonly facts: PlanFacts;
  readonly index: PlanIndex;
  readonly history?: History;
  readonly today: IsoDate;
}

/** The scope of one plan of a snapshot. */
export function scopeOf(snapshot: Snapshot, facts: PlanFacts): Scope {
  const history = snapshot.repos.find(({ top }) => top === facts.repo)?.history;
  return { facts, index: indexOf(facts), today: facts.today, ...(history ? { history } : {}) };
}

/** The branch that is checked out, or being rebased. */
export function currentBranch(history: History | undefined): string | undefined {
  return history?.head.branch;
}
