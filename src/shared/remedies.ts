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
] as const;

/** A gesture that can settle a finding. */
export type Remedy = (typeof REMEDIES)[number];
