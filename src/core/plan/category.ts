/** How far a task is, whatever a plan calls its statuses. */
export type Category = 'open' | 'active' | 'blocked' | 'done' | 'dropped';

/** Whether nothing is left to be done. */
export function isOver(category: Category): boolean {
  return category === 'done' || category === 'dropped';
}
