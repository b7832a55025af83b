import type { Task } from '../../plan/model';

/** The acceptance criteria of a task: how many there are, and how many of them are checked. */
export function criteriaOf({ checklist }: Pick<Task, 'checklist'>): {
  readonly checked: number;
  readonly total: number;
} {
  const criteria = checklist.filter(({ list }) => list === 'criteria');
  return { checked: criteria.filter(({ checked }) => checked).length, total: criteria.length };
}

/** As long as a task is not done, so much of it counts as done at most: 0–1. */
export const MOST_DONE = 0.9;
