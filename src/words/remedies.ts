import * as l10n from '@vscode/l10n';
import type { Remedy } from '../core/insight/findings/remedies';

/** What the gestures are called that settle findings, in lists and on buttons of the panel. */
export const remedySentences = {
  'edit.remedy': (remedy: Remedy) => NAMES[remedy](),
};

const NAMES: Readonly<Record<Remedy, () => string>> = {
  setDone: () => l10n.t('Set Done'),
  setActive: () => l10n.t('Set In Progress'),
  closeMilestone: () => l10n.t('Close Milestone...'),
  setRemaining: () => l10n.t('Set Remaining...'),
  setDue: () => l10n.t('Move Date...'),
  setEstimate: () => l10n.t('Set Estimate...'),
  setDependencies: () => l10n.t('Set Dependencies...'),
  setAssignee: () => l10n.t('Set Assignees...'),
  setOwner: () => l10n.t('Set Owner...'),
  setResponse: () => l10n.t('Set Response...'),
  markReviewed: () => l10n.t('Mark as Reviewed...'),
  declareHealth: () => l10n.t('Declare Health...'),
  setStatus: () => l10n.t('Set Status...'),
  unblock: () => l10n.t('Unblock'),
  linkCommits: () => l10n.t('Link Commits...'),
  updateLinks: () => l10n.t('Update Links'),
  removeLostLink: () => l10n.t('Remove Link'),
  renumber: () => l10n.t('Renumber...'),
};
