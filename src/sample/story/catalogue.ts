import { parseItems } from '../making/item';
import type { Item } from '../making/item';
import { MILESTONES } from './milestones';
import { RISKS } from './risks';
import { TASKS_DONE } from './tasksDone';
import { TASKS_OPEN } from './tasksOpen';

/** Every item of the story as it is when it enters the plan, by the key the script uses. */
export const CATALOGUE: ReadonlyMap<string, Item> = new Map(
  [
    ...parseItems('milestone', MILESTONES),
    ...parseItems('task', TASKS_DONE),
    ...parseItems('task', TASKS_OPEN),
    ...parseItems('risk', RISKS),
  ].map(item => [item.key, item]),
);
