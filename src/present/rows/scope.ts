import type { PlanInsight } from '../../core/insight/planInsight';
import type { History } from '../../core/evidence/graph/history';
import type { IsoDate } from '../../core/base/dates';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { findingsOf, type Findings } from '../findings';
import { indexOf, type PlanIndex } from '../planIndex';

/** What the rows of one plan are drawn from. */
export interface Scope {
  readonly facts: PlanFacts;
  readonly index: PlanIndex;
  readonly findings: Findings;
  /** Undefined until it has been computed for the first time. */
  readonly insight?: PlanInsight;
  readonly history?: History;
  readonly today: IsoDate;
}

/** The scope of one plan of a snapshot. */
export function scopeOf(snapshot: Snapshot, facts: PlanFacts): Scope {
  const history = snapshot.repos.find(({ top }) => top === facts.repo)?.history;
  const insight = snapshot.insight?.get(facts.plan.uid);
  return {
    facts,
    index: indexOf(facts),
    findings: findingsOf(facts, insight),
    today: facts.today,
    ...(insight && { insight }),
    ...(history && { history }),
  };
}

/** The branch that is checked out, or being rebased. */
export function currentBranch(history: History | undefined): string | undefined {
  return history?.head.branch;
}
