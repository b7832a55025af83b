import type { Finding } from '../core/insight/findings/finding';
import type { PlanInsight } from '../core/insight/planInsight';
import type { PlanFacts } from '../core/snapshot';
import { groupBy } from './planIndex';

/** Findings of one plan: those of its files and git, and those that follow from its dates. */
export interface Findings {
  /** The most severe first, and of these what endangers the plan before where plan and git differ. */
  readonly all: readonly Finding[];
  /** By the subject's kind and uid, as in `task:APP-1`. */
  readonly bySubject: ReadonlyMap<string, readonly Finding[]>;
}

const SEVERITIES = ['error', 'warning', 'info'] as const;
const known = new WeakMap<
  PlanFacts,
  { readonly insight: PlanInsight | undefined; readonly found: Findings }
>();

/** The findings of a plan, put together once for each state of it and of its insight. */
export function findingsOf(facts: PlanFacts, insight: PlanInsight | undefined): Findings {
  let last = known.get(facts);
  if (!last || last.insight !== insight) {
    const all = [...(insight?.findings ?? []), ...facts.findings].sort(bySeverity);
    const bySubject = groupBy(all, ({ subject }) => `${subject.kind}:${subject.uid}`);
    last = { insight, found: { all, bySubject } };
    known.set(facts, last);
  }
  return last.found;
}

function bySeverity(a: Finding, b: Finding): number {
  return severityRank(a) - severityRank(b);
}

/** 0 for an error, and more for what is less severe. */
export function severityRank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}
