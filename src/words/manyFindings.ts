import * as l10n from '@vscode/l10n';
import type { FindingCode } from '../core/plan/findingCodes';

/** What more than a few findings of one rule are about. */
export type ManyKind = 'task' | 'milestone' | 'risk' | 'item';

/**
 * One sentence for many findings of one rule.
 * @param branch where the work of all of them is; empty where it is on several branches
 * @param base the default branch
 */
export function manyFindings(
  finding: FindingCode,
  count: number,
  kind: ManyKind,
  branch: string,
  base: string,
): string {
  return MANY[finding](count, kind, branch, base);
}

type Many = (count: number, kind: ManyKind, branch: string, base: string) => string;

const MANY: Readonly<Record<FindingCode, Many>> = {
  'open-but-started': count => l10n.t('{0} tasks have commits, but are still to do', count),
  'looks-finished': count => l10n.t('{0} tasks look finished', count),
  'closed-not-done': count => l10n.t('{0} tasks are closed by a commit, but not done', count),
  'done-but-unmerged': (count, _kind, branch, base) =>
    branch === ''
      ? l10n.t('{0} tasks are done, but not merged', count)
      : l10n.t('{0} tasks are done on {1}, not yet on {2}', count, branch, base),
  'active-but-quiet': count => l10n.t('{0} active tasks have no recent commits', count),
  'done-without-evidence': count => l10n.t('{0} tasks are done without a commit', count),
  'work-after-done': count => l10n.t('{0} tasks have commits after they were done', count),
  'link-moved': count => l10n.t('{0} tasks are linked to rewritten commits', count),
  'link-lost': count => l10n.t('{0} tasks are linked to missing commits', count),
  'link-off-branch': count => l10n.t('{0} tasks are linked to commits on no branch', count),
  overdue: (count, kind) => l10n.t('{0} are overdue', things(count, kind)),
  'due-soon': (count, kind) => l10n.t('{0} are due soon, but not started', things(count, kind)),
  blocked: (count, kind) => l10n.t('{0} are blocked', things(count, kind)),
  'blocked-by-late': (count, kind) => l10n.t('{0} depend on late work', things(count, kind)),
  'p85-past-due': (count, kind) => l10n.t('{0} may end late', things(count, kind)),
  'negative-due-float': (count, kind) => l10n.t('{0} will be late', things(count, kind)),
  'no-owner': (count, kind) => l10n.t('{0} have no owner', things(count, kind)),
  'no-estimate': (count, kind) => l10n.t('{0} have no estimate', things(count, kind)),
  'over-allocated': (count, kind) => l10n.t('{0} have overloaded people', things(count, kind)),
  'one-person': (count, kind) => l10n.t('{0} depend on one person', things(count, kind)),
  'scope-growing': (count, kind) => l10n.t('{0} grow faster than work is done', things(count, kind)),
  'risk-unmanaged': count => l10n.t('{0} risks are not fully managed', count),
  'review-passed': count => l10n.t('{0} risks have an overdue review', count),
  'done-but-open': (count, kind) => l10n.t('{0} are done, but have open tasks', things(count, kind)),
  'health-disagrees': count => l10n.t('{0} milestones have another health than computed', count),
  'health-stale': count => l10n.t('{0} milestones have an old health', count),
};

function things(count: number, kind: ManyKind): string {
  switch (kind) {
    case 'task':
      return l10n.t('{0} tasks', count);
    case 'milestone':
      return l10n.t('{0} milestones', count);
    case 'risk':
      return l10n.t('{0} risks', count);
    case 'item':
      return l10n.t('{0} items', count);
  }
}
