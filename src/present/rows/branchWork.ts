import type { Link } from '../../core/evidence/link';
import type { Review } from '../../core/insight/review/review';
import type { Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { branchTasks } from '../branchTasks';
import { severityIcon, taskIcon } from '../itemIcons';
import { groupByItem } from '../panel/parts/changes';
import { noRows, type Row, type RowIcon } from '../row';
import { taskTooltip } from '../tooltips/taskTooltip';
import { changeRow } from './changeRow';
import { checklistItemRow } from './checklistRows';
import { commitRows } from './commitRow';
import { freeCommits } from './freeCommits';
import { statusText, taskMarks } from './marks';
import { pagedRows, someRows } from './pages';
import type { Scope } from './scope';
import { taskLabel } from './taskRow';

/**
 * What a branch is for: its tasks with their commits of this branch, its commits without a task, the
 * criteria that are still open, and what it changes in the plan. Where no review could be made, only what
 * its name says.
 */
export function branchWorkRows(
  scope: Scope,
  id: string,
  branch: string | undefined,
  review: Review | undefined,
): readonly Row[] {
  const { plan } = scope.facts;
  const keys = new Set([...branchTasks(scope.facts.evidence, branch), ...(review?.tasks ?? [])]);
  const tasks = [...keys].flatMap(key => scope.index.byKey.get(key) ?? []);
  const criteria = (review?.openCriteria ?? []).flatMap(({ task, item }) => {
    const owner = scope.index.byKey.get(task);
    return owner ? [{ owner, item }] : [];
  });
  return [
    ...pagedRows(`${id}/tasks`, tasks, task => workTaskRow(scope, id, task, branch, review)),
    ...(tasks.length === 0 && review && review.commits.length > 0
      ? [noteRow(`${id}/no-task`, { code: 'ui.no-task-on-branch', args: [] }, { codicon: 'info' })]
      : []),
    ...freeCommits(scope, id, review?.withoutTask ?? [], 'expanded'),
    ...someRows(`${id}/criteria`, 'ui.open-criteria', 'checklist', criteria, ({ owner, item }) =>
      checklistItemRow(scope, `${id}/criteria/${owner.uid}`, owner, item),
    ),
    ...someRows(`${id}/changes`, 'ui.plan-changes', 'diff', groupByItem(review?.changes ?? []), item =>
      changeRow(plan, scope.today, `${id}/changes`, item),
    ),
    ...missingRows(scope, id, review),
  ];
}

/** What is missing from the rows, so that it is not taken for nothing. */
function missingRows({ history }: Scope, id: string, review: Review | undefined): readonly Row[] {
  const warning = severityIcon('warning');
  if (!review) {
    // Before the first commit there is nothing to compare.
    const failed = history?.head.kind !== 'unborn';
    return failed ? [noteRow(`${id}/failed`, { code: 'ui.review-failed', args: [] }, warning)] : [];
  }
  const { length } = review.unread;
  return length > 0 ? [noteRow(`${id}/unread`, { code: 'ui.unread-versions', args: [length] }, warning)] : [];
}

function noteRow(id: string, label: Text, icon: RowIcon): Row {
  return {
    id,
    label,
    icon,
    context: 'note',
    expand: 'none',
    accessibility: label,
    children: noRows,
  };
}

/** A task of the branch; below it only what this branch did for it. */
function workTaskRow(
  scope: Scope,
  parentId: string,
  task: Task,
  branch: string | undefined,
  review: Review | undefined,
): Row {
  const { plan } = scope.facts;
  const links = linksOf(scope, task, branch, review);
  // Another row with the first commit: VS Code would keep the first one as it was, with nothing below it.
  const id = `${parentId}/task:${task.uid}${links.length > 0 ? '/work' : ''}`;
  const facts: readonly Text[] = [
    ...taskMarks(scope, task),
    statusText(task),
    { code: 'ui.commits', args: [links.length] },
  ];
  return {
    id,
    label: task.title || task.id,
    description: [...facts, task.id],
    icon: taskIcon(task, scope.today),
    context: ['task', task.category, 'id'].join(':'),
    expand: links.length > 0 ? 'expanded' : 'none',
    accessibility: [taskLabel(task), ...facts],
    target: { kind: 'file', root: plan.root, file: task.file, line: task.line },
    subject: { kind: 'task', plan: plan.uid, uid: task.uid },
    tooltip: () => taskTooltip(scope, task),
    children: () => commitRows(scope, id, links, review?.notCommitted),
  };
}

function linksOf(
  scope: Scope,
  task: Task,
  branch: string | undefined,
  review: Review | undefined,
): readonly Link[] {
  if (review) {
    return review.commits.flatMap(({ links }) => links.filter(link => link.task === task.key));
  }
  const own = new Set(scope.facts.evidence?.branches.find(link => link.branch === branch)?.commits);
  return (scope.facts.evidence?.byTask.get(task.key) ?? []).filter(({ commit }) => own.has(commit));
}
