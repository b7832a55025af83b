import { lostLinksOf } from '../../core/evidence/hand/lostLinks';
import type { Plan, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { dueText, shortDueText } from '../dueText';
import { isLate, taskIcon } from '../itemIcons';
import { isOver } from '../../core/plan/category';
import { noRows, type Row } from '../row';
import { taskTooltip } from '../tooltips/taskTooltip';
import { branchRow } from './branchRow';
import { checklistRows } from './checklistRows';
import { commitRows } from './commitRow';
import { lostLinkRows } from './lostLinkRow';
import { statusText, taskMarks } from './marks';
import { pagedRows } from './pages';
import type { Scope } from './scope';

/** Which of the subtasks of a task are shown, and in which order. */
export type Subtasks = (tasks: readonly Task[]) => readonly Task[];

/**
 * A task with its subtasks, checklists, branches and commits below it.
 * @param shown picks from its subtasks, which come by due date; all of them when left out
 */
export function taskRow(scope: Scope, parentId: string, task: Task, shown: Subtasks = tasks => tasks): Row {
  const { plan } = scope.facts;
  const id = `${parentId}/task:${task.uid}`;
  const children = scope.index.byParent.get(task.key) ?? [];
  const subtasks = shown(children.filter(({ uid }) => uid !== task.uid));
  const below = task.checklist.length + subtasks.length + evidenceCount(scope, task);
  return {
    id,
    label: task.title || task.id,
    description: taskDescription(scope, task),
    icon: taskIcon(task, scope.today),
    context: ['task', task.category, task.id === '' ? 'noid' : 'id', ...formOf(plan, task)].join(':'),
    expand: below > 0 ? 'collapsed' : 'none',
    accessibility: [taskLabel(task), statusText(task), ...taskSummary(scope, task)],
    target: { kind: 'file', root: plan.root, file: task.file, line: task.line },
    subject: { kind: 'task', plan: plan.uid, uid: task.uid },
    tooltip: () => taskTooltip(scope, task),
    children: below === 0 ? noRows : () => taskChildren(scope, id, task, subtasks, shown),
  };
}

/** Whether it is a line or a file, where a task can be either. */
function formOf({ format }: Plan, { inline }: Task): readonly string[] {
  return format === 'milepost' ? [inline ? 'line' : 'file'] : [];
}

/** `APP-31 Rate-limit sign-in`, or the title alone while there is no id. */
export function taskLabel(task: Pick<Task, 'id' | 'title'>): string {
  return task.id === '' ? task.title : `${task.id} ${task.title}`;
}

/** `4 d late · 0/2 · APP-13`: what matters most first, the id last. */
function taskDescription(scope: Scope, task: Task): readonly Text[] {
  const late = isLate(task, scope.today);
  const due = task.due && !isOver(task.category) ? [shortDueText(task.due, scope.today)] : [];
  const counted = openCounts(scope, task);
  return [
    ...(late ? due : []),
    ...taskMarks(scope, task),
    ...withoutId(task),
    ...(late ? [] : due),
    ...(counted ? [{ code: 'ui.count-of' as const, args: counted }] : []),
    task.id,
  ];
}

/** The same in full, for a screen reader, after label and status. */
function taskSummary(scope: Scope, task: Task): readonly Text[] {
  const counted = openCounts(scope, task);
  return [
    ...taskMarks(scope, task),
    ...withoutId(task),
    ...(task.due && !isOver(task.category) ? [dueText(task.due, scope.today)] : []),
    ...(counted ? [{ code: 'ui.done-of' as const, args: counted }] : []),
  ];
}

/** In formats without ids a task is told by its title, and lacks nothing. */
function withoutId({ key }: Task): readonly Text[] {
  return key === '' ? [{ code: 'ui.no-id', args: [] }] : [];
}

/** Counts of what is below an open task; undefined where there is nothing to count. */
function openCounts(scope: Scope, task: Task): [number, number] | undefined {
  const [done, total] = counts(scope, task);
  return total > 0 && !isOver(task.category) ? [done, total] : undefined;
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
  shown: Subtasks,
): readonly Row[] {
  const links = scope.facts.evidence?.byTask.get(task.key) ?? [];
  return [
    ...pagedRows(id, subtasks, child => taskRow(scope, id, child, shown)),
    ...checklistRows(scope, id, task),
    ...(scope.index.branches.get(task.key) ?? []).map(link => branchRow(scope, id, link)),
    ...commitRows(scope, id, links),
    ...lostLinkRows(scope, id, task),
  ];
}
