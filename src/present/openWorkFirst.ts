import { isOver } from '../core/plan/category';
import type { Task } from '../core/plan/model';

/** People to choose from: those with open work first, else in the order in which they come. */
export function openWorkFirst<P>(
  people: readonly P[],
  idOf: (person: P) => string,
  tasks: readonly Task[],
): readonly P[] {
  const busy = new Set(tasks.flatMap(({ category, assignees }) => (isOver(category) ? [] : assignees)));
  return [...people].sort((a, b) => Number(busy.has(idOf(b))) - Number(busy.has(idOf(a))));
}
