import { lostLinksOf } from '../../core/evidence/hand/lostLinks';
import type { Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { dueText, shortDueText } from '../dueText';
import { taskIcon } from '../itemIcons';
import { isOver } from '../../core/plan/category';
import { noRows, type Row } from '../row';
import { taskTooltip } from '../tooltips/taskTooltip';
import { branchRow } from './branchRow';
import { checklistRows } from './checklistRows';
import { commitRow } from './commitRow';
import { lostLinkRows } from './lostLinkRow';
import { statusText, taskMarks } from './marks';
import { pagedRows } from './pages';
import type { Scope } from './scope';

/** Which subtasks are shown below a task; all of them when left out. */
export type SubtaskFilter = (task: Task) => boolean;

/** A task with its subtasks, checklists, branches and commits below it. */
export function taskRow(scope: Scope, parentId: string, task: Task, filter: SubtaskFilter = () => true): Row {
  const { plan } = scope.facts;
  const id = `${parentId}/task:${task.uid}`;
  const subtasks = (scope.index.byParent.get(task.key) ?? []).filter(
    child => child.uid !== task.uid && filter(child),
  );
  const below = task.checklist.length + subtasks.length + evidenceCount(scope, task);
  return {
    id,
    label: taskLabel(task),
    description: taskDescription(scope, task, shortDueText),
    icon: taskIcon(task, scope.today),
    context: ['task', task.category, task.id === '' ? 'noid' : 'id'].join(':'),
    expand: below > 0 ? 'collapsed' : 'none',
    accessibility: [taskLabel(task), statusText(task), taskDescription(scope, task, dueText)],
    target: { kind: 'file', root: plan.root, file: task.file, line: task.line },
    subject: { kind: 'task', plan: plan.uid, uid: task.uid },
    tooltip: () => taskTooltip(scope, task),
    children: below === 0 ? noRows : () => taskChildren(scope, id, task, subtasks, filter),
  };
}

/** `APP-31 Rate-limit sign-in`, or the title alone while there is no id. */
export function taskLabel(task: Pick<Task, 'id' | 'title'>): string {
  return task.id === '' ? task.title : `${task.id} ${task.title}`;
}

function taskDescription(scope: Scope, task: Task, due: typeof dueText): Text {
  const parts: Text[] = [...taskMarks(scope, task)];
  // In formats without ids a task is told by its title, and lacks nothing.
  if (task.key === '') {
    parts.push({ code: 'ui.no-id', args: [] });
  }
  if (task.due && !isOver(task.category)) {
    parts.push(due(task.due, scope.today));
  }
  const [done, total] = counts(scope, task);
  if (total > 0 && !isOver(task.category)) {
    parts.push({ code: 'ui.done-of', args: [done, total] });
  }
  return parts;
}

/** Done and all of its subtasks, else of its acceptance criteria. */
function counts(scope: Scope, task: Task): readonly [number, number] {
  const subtasks = (scope.index.byParent.get(task.key) ?? []).filter(
    ({ category }) => category !== 'dropped',
  );
  if (subtasks.length > 0) {
    return [subtasks.filter(({ category }) => category === 'done').length, subtasks.length];
  }
  const criteria = task.checklist.filter(({ list }) => list === 'criteria');
  return [criteria.filter(({ checked }) => checked).length, criteria.length];
}

function evidenceCount({ facts: { evidence }, index }: Scope, task: Task): number {
  const commits = (evidence?.byTask.get(task.key)?.length ?? 0) + lostLinksOf(task, evidence).length;
  return commits + (index.branches.get(task.key)?.length ?? 0);
}

function taskChildren(
  scope: Scope,
  id: string,
  task: Task,
  subtasks: readonly Task[],
  filter: SubtaskFilter,
): readonly Row[] {
  const links = scope.facts.evidence?.byTask.get(task.key) ?? [];
  return [
    ...pagedRows(id, subtasks, child => taskRow(scope, id, child, filter)),
    ...checklistRows(scope, id, task),
    ...(scope.index.branches.get(task.key) ?? []).map(link => branchRow(scope, id, link)),
    ...pagedRows(`${id}/commits`, links, link => commitRow(scope, id, link.commit, link)),
    ...lostLinkRows(scope, id, task),
  ];
}
