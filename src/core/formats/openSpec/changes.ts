import { idKey } from '../../plan/ids';
import { placeOf } from './places';
import type { ChangePlace } from './places';

/** How many changes have a name, by its key; the paths of a plan are the same list for each of its files. */
const counts = new WeakMap<readonly string[], Map<string, number>>();

/**
 * The id of a change: its name, so that it stays the same when the change moves on and is archived; its folder where
 * another change is called the same, so that neither counts for the other.
 */
export function changeId({ name, folder }: ChangePlace, paths: readonly string[]): string {
  let known = counts.get(paths);
  if (!known) {
    counts.set(paths, (known = new Map<string, number>()));
    for (const path of paths) {
      const key = idKey(placeOf(path)?.name ?? '');
      known.set(key, (known.get(key) ?? 0) + 1);
    }
  }
  return (known.get(idKey(name)) ?? 0) > 1 ? folder : name;
}
