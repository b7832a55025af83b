import type { Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { isOver } from '../../core/plan/category';
import type { Row } from '../row';
import { taskFilter } from './milestoneOptions';
import { type MilestoneOptions } from '../../shared/milestoneOptions';
import { ordered, taskOrder, type Order } from './order';
import { overRow } from './overRow';
import { pagedRows } from './pages';
import type { Scope } from './scope';
import { taskRow, type Subtasks } from './taskRow';

/**
 * Rows for a set of tasks: subtasks below their parent where it is in the set too, what is over counted
 * in one row at the end unless it is asked for.
 */
export function taskListRows(
  scope: Scope,
  id: string,
  tasks: readonly Task[],
  options: MilestoneOptions,
): readonly Row[] {
  const visible = visibleTasks(scope, tasks, options);
  const inOrder = taskOrder(scope, options) ?? planOrder(tasks);
  const top = ordered(
    tasks.filter(task => visible.has(task) && !hasParentIn(scope, task, visible)),
    inOrder,
  );
  const below: Subtasks = children => children.filter(child => visible.has(child)).sort(inOrder);
  const build = (task: Task): Row => taskRow(scope, id, task, below);
  if (options.showDone) {
    return pagedRows(id, top, build);
  }
  const above = aboveOpen(scope, visible);
  const isOpen = ({ category, key }: Task): boolean => !isOver(category) || above.has(key);
  const over = top.filter(task => !isOpen(task));
  const open = top.filter(isOpen);
  return [...pagedRows(id, open, build), ...overRow(`${id}/over`, overTexts(over), over, build)];
}

/** As the plan's own tool sorts them where that is known, else as the plan has them. */
function planOrder(tasks: readonly Task[]): NonNullable<Order<Task>> {
  const inPlan = new Map(tasks.map((task, at) => [task, at]));
  const last = Number.MAX_SAFE_INTEGER;
  return (a, b) => (a.ordinal ?? last) - (b.ordinal ?? last) || (inPlan.get(a) ?? 0) - (inPlan.get(b) ?? 0);
}

/** Tasks of a set that pass the filter, and the parents that lead to them. */
export function visibleTasks(
  scope: Scope,
  tasks: readonly Task[],
  options: MilestoneOptions,
): ReadonlySet<Task> {
  const passes = taskFilter(scope, options);
  const all = new Set(tasks);
  const visible = new Set<Task>();
  for (const task of tasks) {
    if (passes(task)) {
      // Stops at what is already visible, and so at a circle of parents.
      for (let at: Task | undefined = task; at && all.has(at) && !visible.has(at); at = parentOf(scope, at)) {
        visible.add(at);
      }
    }
  }
  return visible;
}

function parentOf(scope: Scope, task: Task): Task | undefined {
  return task.parent === undefined ? undefined : scope.index.byKey.get(task.parent);
}

/** False as well for a task whose chain of parents is a circle, which would else be shown nowhere. */
function hasParentIn(scope: Scope, task: Task, visible: ReadonlySet<Task>): boolean {
  const seen = new Set([task]);
  let top: Task = task;
  for (let at = parentOf(scope, task); at && visible.has(at); at = parentOf(scope, at)) {
    if (seen.has(at)) {
      return false;
    }
    seen.add(at);
    top = at;
  }
  return top !== task;
}

/** Keys of the tasks with something open below them that is shown there. */
function aboveOpen(scope: Scope, visible: ReadonlySet<Task>): ReadonlySet<string> {
  const above = new Set<string>();
  for (const task of visible) {
    let at: Task | undefined = isOver(task.category) ? undefined : task;
    while (at?.parent !== undefined && visible.has(at) && !above.has(at.parent)) {
      above.add(at.parent);
      at = parentOf(scope, at);
    }
  }
  return above;
}

/** How many tasks are done, and dropped. */
function overTexts(tasks: readonly Task[]): { readonly label: Text; readonly description: Text } {
  const dropped = tasks.filter(({ category }) => category === 'dropped').length;
  return {
    label:
      dropped === tasks.length
        ? { code: 'ui.dropped-count', args: [dropped] }
        : { code: 'ui.done-count', args: [tasks.length - dropped] },
    description: dropped > 0 && dropped < tasks.length ? { code: 'ui.dropped-count', args: [dropped] } : '',
  };
}
