import type { Finding, RiskLack } from './finding';

/** The gestures that can settle a finding, by the names of their commands. Dismissing it is always possible beside them. */
export const REMEDIES = [
  'setDone',
  'setActive',
  'closeMilestone',
  'setRemaining',
  'setDue',
  'setEstimate',
  'setDependencies',
  'setAssignee',
  'setOwner',
  'setResponse',
  'markReviewed',
  'declareHealth',
  'setStatus',
  'unblock',
  'linkCommits',
  'updateLinks',
  'removeLostLink',
  'renumber',
] as const;

/** A gesture that can settle a finding. */
export type Remedy = (typeof REMEDIES)[number];

/**
 * What can be done about a finding with one gesture, the likeliest first: the same in the tree, in the panel and in the
 * list of remedies. None where only thinking helps; it can be dismissed in any case.
 */
export function findingRemedies({ id, subject, reasons }: Finding): readonly Remedy[] {
  const ofTask = subject.kind === 'task';
  const usedUp: readonly Remedy[] = reasons.some(({ code }) => code === 'used-up') ? ['setRemaining'] : [];
  switch (id) {
    case 'open-but-started':
      return ['setActive'];
    case 'looks-finished':
    case 'closed-not-done':
      return ['setDone'];
    case 'done-but-unmerged':
    case 'work-after-done':
      return ['setActive'];
    case 'active-but-quiet':
      return ['setStatus', 'setRemaining'];
    case 'done-without-evidence':
      return ['linkCommits'];
    case 'link-moved':
      return ['updateLinks'];
    case 'link-lost':
    case 'link-off-branch':
      return ['removeLostLink'];
    case 'id-on-two-branches':
      return ['renumber'];
    case 'overdue':
      return [...usedUp, 'setDue', ofTask ? 'setDone' : 'closeMilestone'];
    case 'due-soon':
      return [...usedUp, 'setDue', 'setAssignee'];
    case 'blocked':
      return ['unblock'];
    case 'blocked-by-late':
      return [...usedUp, 'setDue', 'setDependencies'];
    case 'p85-past-due':
    case 'negative-due-float':
      return [...usedUp, 'setDue', ...(ofTask ? (['setEstimate'] as const) : [])];
    case 'used-up':
      return ['setRemaining', 'setDone'];
    case 'no-owner':
      return [ofTask ? 'setAssignee' : 'setOwner'];
    case 'no-estimate':
      return ['setEstimate'];
    case 'over-allocated':
      return ofTask ? ['setAssignee', 'setDue'] : [];
    case 'scope-growing':
      return ['setDue'];
    case 'risk-unmanaged':
      return lacksOf(reasons).map(lack => SUPPLIED_BY[lack]);
    case 'review-passed':
      return ['markReviewed'];
    case 'done-but-open':
      return ['setStatus'];
    case 'health-disagrees':
    case 'health-stale':
      return ['declareHealth'];
    case 'one-person':
      return [];
  }
}

/** What a risk lacks by a finding's reasons, in their order. */
export function lacksOf(reasons: Finding['reasons']): readonly RiskLack[] {
  return reasons.flatMap(reason => {
    if (reason.code !== 'risk-unmanaged') {
      return [];
    }
    const [, , ...lacks] = reason.args;
    return lacks;
  });
}

const SUPPLIED_BY = {
  response: 'setResponse',
  owner: 'setOwner',
  review: 'markReviewed',
} as const satisfies Readonly<Record<RiskLack, Remedy>>;
