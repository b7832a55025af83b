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
