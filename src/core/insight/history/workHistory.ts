import type { Plan } from '../../plan/model';
import { ownWork } from '../forecast/queues';
import type { PlanHistory } from './planHistory';

/**
 * The history without tasks that sum up others, and without what is open in a dropped milestone: only work that is
 * done itself counts.
 */
export function workHistory(history: PlanHistory, plan: Plan): PlanHistory {
  const own = new Set(ownWork(plan).map(({ key }) => key));
  const others = new Set(
    plan.tasks.flatMap(({ key, category }) => (own.has(key) || category === 'dropped' ? [] : key)),
  );
  return { ...history, tasks: new Map([...history.tasks].filter(([key]) => !others.has(key))) };
}
