import { subjectOf } from '../../core/evidence/graph/history';
import type { Link } from '../../core/evidence/link';
import { ALL_COMMITTED, isLinkNew, type NotCommitted } from '../../core/insight/review/notCommitted';
import { dayOf } from '../../core/base/dates';
import type { Text } from '../../words/text';
import { noRows, type Row, type RowIcon } from '../row';
import { pagedRows, someRows } from './pages';
import { commitTooltip } from '../tooltips/commitTooltip';
import type { Scope } from './scope';

/** What waits to be committed, wherever it stands. */
export const NOT_COMMITTED_ICON: RowIcon = { codicon: 'diff-modified' };
/** Digits of a hash that people are shown. */
export const SHORT_HASH = 8;

/** The commits of a task: those that work on it, and in one row those that only plan. */
export function commitRows(
  scope: Scope,
  id: string,
  links: readonly Link[],
  waiting?: NotCommitted,
): readonly Row[] {
  const build = (link: Link): Row => commitRow(scope, id, link.commit, link, waiting);
  const plans = links.filter(({ strength }) => strength === 'plans');
  return [
    ...pagedRows(
      `${id}/commits`,
      links.filter(({ strength }) => strength !== 'plans'),
      build,
    ),
    ...someRows(`${id}/planning`, 'ui.planning', 'git-commit', plans, build),
  ];
}

/**
 * A commit.
 * @param link why it belongs to the task it is shown under; undefined where it is shown under none
 * @param waiting what is in no commit yet, so that the row says so of its link
 */
export function commitRow(
  scope: Scope,
  parentId: string,
  hash: string,
  link?: Link,
  waiting: NotCommitted = ALL_COMMITTED,
): Row {
  const { plan, repo } = scope.facts;
  const commit = scope.history?.commits.get(hash);
  const label = commit ? subjectOf(commit) : hash.slice(0, SHORT_HASH);
  const day = commit ? dayOf(commit.authorTime, plan.settings.timezone) : undefined;
  const task = link && scope.index.byKey.get(link.task);
  const isNew = link !== undefined && isLinkNew(waiting, link.task, hash);
  const description: Text = [
    ...(isNew ? [{ code: 'ui.not-committed' as const, args: [] as [] }] : []),
    ...(day ? [{ code: 'ui.day' as const, args: [day, scope.today] as [string, string] }] : []),
    ...strengthText(link),
    ...(isMoved(link) ? [{ code: 'ui.rewritten' as const, args: [] as [] }] : []),
  ];
  return {
    id: `${parentId}/commit:${hash}`,
    label,
    description,
    icon: iconOf(link, isNew),
    context: link ? `commit:linked${isMoved(link) ? ':moved' : ''}` : 'commit:free',
    expand: 'none',
    accessibility: [{ code: 'ui.commit', args: [label] }, description],
    ...(repo
      ? {
          target: { kind: 'commit', repo, hash },
          subject: { kind: 'commit', plan: plan.uid, repo, hash, ...(task ? { task: task.uid } : {}) },
        }
      : {}),
    tooltip: () => commitTooltip(scope, hash, link),
    children: noRows,
  };
}

/** Linked by hand under a hash that it does not have any more. */
function isMoved(link: Link | undefined): boolean {
  return link?.reason.code === 'manual-moved';
}

/** A link that is in no commit yet is told by shape as well, since a long subject leaves no room for words. */
function iconOf(link: Link | undefined, isNew: boolean): RowIcon {
  if (isNew) {
    return NOT_COMMITTED_ICON;
  }
  const weak = link?.strength === 'plans' || link?.strength === 'mentions';
  return { codicon: 'git-commit', ...(weak && { color: 'disabledForeground' }) };
}

function strengthText(link: Link | undefined): readonly Text[] {
  switch (link?.strength) {
    case 'plans':
      return [{ code: 'ui.plans-only', args: [] }];
    case 'mentions':
      return [{ code: 'ui.mentions-only', args: [] }];
    case 'closes':
      return [{ code: 'ui.closes', args: [] }];
    default:
      return [];
  }
}
