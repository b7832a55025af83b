import { idKey } from '../../plan/ids';

/** A change by the folder of its tasks. */
export interface ChangePlace {
  /** Its name, without the date that archiving puts before it. */
  readonly name: string;
  readonly archived: boolean;
  /** Its folder below `changes`, without `archive`. */
  readonly folder: string;
}

const TASKS = /(?:^|\/)changes\/(?:(archive|proposed|approved)\/)?([^/]+)\/tasks\.md$/;

/** The change that a file holds the tasks of; undefined for any other file. */
export function placeOf(path: string): ChangePlace | undefined {
  const [, state, folder] = TASKS.exec(path) ?? [];
  if (folder === undefined || /^(?:archive|proposed|approved|\..*)$/.test(folder)) {
    return undefined;
  }
  return state === 'archive'
    ? { name: folder.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, ''), archived: true, folder }
    : { name: folder, archived: false, folder: state ? `${state}/${folder}` : folder };
}

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
