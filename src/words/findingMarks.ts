import * as l10n from '@vscode/l10n';
import type { FindingCode } from '../core/plan/findingCodes';

/** What is beside a task that has the finding, in a word or two; a late or blocked row says so itself. */
export type MarkedFinding = Exclude<FindingCode, 'overdue' | 'blocked'>;

/** Returns that mark. */
export function findingMark(finding: MarkedFinding): string {
  return MARKS[finding]();
}

const MARKS: Readonly<Record<MarkedFinding, () => string>> = {
  'open-but-started': () => l10n.t('has commits'),
  'looks-finished': () => l10n.t('looks finished'),
  'closed-not-done': () => l10n.t('closed by a commit'),
  'done-but-unmerged': () => l10n.t('not merged'),
  'active-but-quiet': () => l10n.t('no recent work'),
  'done-without-evidence': () => l10n.t('no commits'),
  'work-after-done': () => l10n.t('commits after done'),
  'link-moved': () => l10n.t('commit rewritten'),
  'link-lost': () => l10n.t('commit missing'),
  'link-off-branch': () => l10n.t('commit on no branch'),
  'id-on-two-branches': () => l10n.t('id taken on another branch'),
  'due-soon': () => l10n.t('not started'),
  'blocked-by-late': () => l10n.t('depends on late work'),
  'p85-past-due': () => l10n.t('likely late'),
  'negative-due-float': () => l10n.t('will be late'),
  'used-up': () => l10n.t('estimate used up'),
  'no-owner': () => l10n.t('no owner'),
  'no-estimate': () => l10n.t('no estimate'),
  'over-allocated': () => l10n.t('overloaded'),
  'one-person': () => l10n.t('all on one person'),
  'scope-growing': () => l10n.t('scope grows'),
  'risk-unmanaged': () => l10n.t('not fully managed'),
  'review-passed': () => l10n.t('review overdue'),
  'done-but-open': () => l10n.t('tasks are open'),
  'health-disagrees': () => l10n.t('health differs'),
  'health-stale': () => l10n.t('health out of date'),
};
