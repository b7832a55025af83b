/** The names of all findings, as plan files dismiss them. */
export const FINDINGS = [
  'open-but-started',
  'looks-finished',
  'closed-not-done',
  'done-but-unmerged',
  'active-but-quiet',
  'done-without-evidence',
  'work-after-done',
  'link-moved',
  'link-lost',
  'link-off-branch',
  'id-on-two-branches',
  'overdue',
  'due-soon',
  'blocked',
  'blocked-by-late',
  'p85-past-due',
  'negative-due-float',
  'used-up',
  'no-owner',
  'no-estimate',
  'over-allocated',
  'one-person',
  'scope-growing',
  'risk-unmanaged',
  'review-passed',
  'done-but-open',
  'health-disagrees',
  'health-stale',
] as const;

/** The name of a finding. */
export type FindingCode = (typeof FINDINGS)[number];

const NAMES: ReadonlySet<string> = new Set(FINDINGS);

/** Whether a text, e.g. in a plan file, names a finding. */
export function isFindingCode(text: string): text is FindingCode {
  return NAMES.has(text);
}
