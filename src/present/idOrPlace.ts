import type { Item } from '../core/plan/model';

/** The id of an item; one without an id is told by its file and line, counted from one. */
export function idOrPlace({ id, file, line }: Pick<Item, 'id' | 'file' | 'line'>): string {
  return id || `${file}:${line + 1}`;
}
