import * as l10n from '@vscode/l10n';
import type { FindingCode } from '../core/plan/findingCodes';

/** Returns what a rule finds, as the name of its group. */
export function ruleName(finding: FindingCode): string {
  return RULES[finding]();
}

const RULES: Readonly<Record<FindingCode, () => string>> = {
  'open-but-started': () => l10n.t('Has commits, still to do'),
  'looks-finished': () => l10n.t('Looks finished'),
  'closed-not-done': () => l10n.t('Closed by a commit, but not done'),
  'done-but-unmerged': () => l10n.t('Done, but not merged'),
  'active-but-quiet': () => l10n.t('Active, but without commits'),
  'done-without-evidence': () => l10n.t('Done without a commit'),
  'work-after-done': () => l10n.t('Commits after it was done'),
  'link-moved': () => l10n.t('Links to rewritten commits'),
  'link-lost': () => l10n.t('Links to missing commits'),
  'link-off-branch': () => l10n.t('Links to commits on no branch'),
  'id-on-two-branches': () => l10n.t('Ids taken on another branch'),
  overdue: () => l10n.t('Overdue'),
  'due-soon': () => l10n.t('Due soon, but not started'),
  blocked: () => l10n.t('Blocked'),
  'blocked-by-late': () => l10n.t('Depends on late work'),
  'p85-past-due': () => l10n.t('Forecast after its due date'),
  'negative-due-float': () => l10n.t('Will be late'),
  'used-up': () => l10n.t('Estimate used up'),
  'no-owner': () => l10n.t('No owner'),
  'no-estimate': () => l10n.t('No estimate'),
  'over-allocated': () => l10n.t('Overloaded'),
  'one-person': () => l10n.t('All on one person'),
  'scope-growing': () => l10n.t('Scope grows faster than work'),
  'risk-unmanaged': () => l10n.t('Risk not fully managed'),
  'review-passed': () => l10n.t('Review date passed'),
  'done-but-open': () => l10n.t('Done, but tasks are open'),
  'health-disagrees': () => l10n.t('Declared and computed health differ'),
  'health-stale': () => l10n.t('Declared health is old'),
};
