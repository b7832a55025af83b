import * as l10n from '@vscode/l10n';
import type { FindingCode } from '../core/plan/findingCodes';
import { findingMark } from './findingMarks';

/** What more than a few findings of one rule are about. */
export type ManyKind = 'task' | 'milestone' | 'risk' | 'item';

/**
 * Returns many findings of one rule in one sentence.
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
  const items = things(count, kind);
  switch (finding) {
    case 'overdue':
      return l10n.t('{0} are overdue', items);
    case 'blocked':
      return l10n.t('{0} are blocked', items);
    case 'done-but-unmerged':
      return branch === ''
        ? l10n.t('{0} are done, but not merged', items)
        : l10n.t('{0} are done on {1}, not yet on {2}', items, branch, base);
    case 'done-without-evidence':
      return l10n.t('{0} are done without a commit', items);
    default:
      return l10n.t('{0}: {1}', items, findingMark(finding));
  }
}

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
