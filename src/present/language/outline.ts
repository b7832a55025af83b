import type { Item } from '../../core/plan/model';
import type { PlanFile } from './planFile';

/** An item of a file, and those that belong below it. */
export interface OutlineEntry {
  readonly item: Item;
  readonly children: readonly OutlineEntry[];
}

/** The items of a file as a tree: subtasks below their parents, what a milestone's file lists below the milestone. */
export function outlineOf({ items }: PlanFile): readonly OutlineEntry[] {
  const children = new Map<Item, OutlineEntry[]>(items.map(item => [item, []]));
  const byKey = new Map(items.map(item => [`${item.kind} ${item.key}`, item]));
  const top: OutlineEntry[] = [];
  for (const item of items) {
    const above =
      item.kind === 'task'
        ? (byKey.get(`task ${item.parent}`) ?? byKey.get(`milestone ${item.milestone}`))
        : undefined;
    const siblings = above && above.line < item.line ? children.get(above) : undefined;
    (siblings ?? top).push({ item, children: children.get(item) ?? [] });
  }
  return top;
}
