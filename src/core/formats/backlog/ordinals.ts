import { isOver } from '../../plan/category';
import type { Task } from '../../plan/model';

/** The tool's own distance between two tasks. */
const STEP = 1000;

/**
 * The ordinals that tasks get to stand behind another one on the tool's board, which sorts by ordinal and puts tasks
 * without one last. Whatever stands before them without an ordinal gets one, and those behind move up where there is no
 * room.
 */
export function ordinalsAfter(
  tasks: readonly Task[],
  moved: readonly Task[],
  after: Task,
): ReadonlyMap<Task, number> {
  const rest = tasks
    .filter(task => !moved.includes(task) && (task === after || !isOver(task.category)))
    .sort((a, b) => compare(a.ordinal, b.ordinal));
  const at = rest.indexOf(after) + 1;
  const given = new Map<Task, number>();
  let last = 0;
  for (const task of rest.slice(0, at)) {
    last = task.ordinal ?? last + STEP;
    if (task.ordinal === undefined) {
      given.set(task, last);
    }
  }
  const next = rest[at]?.ordinal ?? last + STEP * (moved.length + 1);
  const step = Math.max(1, Math.floor((next - last) / (moved.length + 1)));
  for (const task of moved) {
    last += step;
    given.set(task, last);
  }
  for (const task of rest.slice(at)) {
    if (task.ordinal === undefined || task.ordinal > last) {
      break;
    }
    last += STEP;
    given.set(task, last);
  }
  return given;
}

function compare(a = Infinity, b = Infinity): number {
  return a === b ? 0 : a - b;
}
