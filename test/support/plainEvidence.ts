import type { PlanEvidence } from '../../src/core/evidence/link';

/** Evidence with its maps as plain ones, since evidence that has followed changes holds layers. */
export function plainEvidence(evidence: PlanEvidence): PlanEvidence {
  return {
    ...evidence,
    byTask: new Map(evidence.byTask),
    byCommit: new Map(evidence.byCommit),
    observed: new Map(evidence.observed),
  };
}
