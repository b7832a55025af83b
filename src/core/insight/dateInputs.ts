import type { Milestone, Risk, Task } from '../plan/model';
import { criteriaOf } from './progress/criteria';

/** What dates rest on in a task, under the names of the plan format. */
export const TASK_INPUTS = {
  status: ({ category }) => category,
  milestone: ({ milestone }) => milestone,
  parent: ({ parent }) => parent,
  assignee: ({ assignees }) => assignees,
  priority: ({ priority }) => priority,
  estimate: ({ estimate }) => estimate,
  remaining: ({ remaining }) => remaining,
  spent: ({ spent }) => spent,
  start: ({ start }) => start,
  due: ({ due }) => due,
  depends_on: ({ dependsOn }) => dependsOn.map(({ key, lag }) => [key, lag?.value ?? 0]),
  needs: ({ needs }) => needs,
  until: ({ until }) => until,
  criteria: task => criteriaOf(task),
} as const satisfies Readonly<Record<string, (task: Task) => unknown>>;

/** What moves dates in a milestone: who is served first follows from its due date. */
export const MILESTONE_INPUTS = {
  due: ({ due }) => due,
  status: ({ status }) => status,
} as const satisfies Readonly<Record<string, (milestone: Milestone) => unknown>>;

/** What moves dates in a risk that costs time where it happens. */
export const RISK_INPUTS = {
  status: ({ status }) => status,
  probability: ({ chance, probability }) => [chance, probability],
  delay: ({ delay }) => delay,
  milestone: ({ milestone }) => milestone,
} as const satisfies Readonly<Record<string, (risk: Risk) => unknown>>;

/** Which of the things that its dates rest on differ between two states of a task. */
export function changedInputs(before: Task, after: Task): string[] {
  return before === after
    ? []
    : Object.entries(TASK_INPUTS).flatMap(([name, of]) => (isSame(of(before), of(after)) ? [] : [name]));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
