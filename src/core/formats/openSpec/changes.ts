/** A change by the folder of its tasks. */
export interface ChangePlace {
  /** Its name, without the date that archiving puts before it. */
  readonly name: string;
  readonly archived: boolean;
  /** The folder's own name. */
  readonly folder: string;
}

const TASKS = /(?:^|\/)changes\/(?:(archive|proposed|approved)\/)?([^/]+)\/tasks\.md$/;

/** The change that a file holds the tasks of; undefined for any other file. */
export function placeOf(path: string): ChangePlace | undefined {
  const [, state, folder] = TASKS.exec(path) ?? [];
  if (folder === undefined || /^(?:archive|proposed|approved|\..*)$/.test(folder)) {
    return undefined;
  }
  const archived = state === 'archive';
  const name = archived ? folder.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '') : folder;
  return { name, archived, folder };
}

/**
 * The id of a change: its name, so that it stays the same when the change is archived; the archived
 * folder's whole name where another change is called the same.
 */
export function changeId(place: ChangePlace, paths: readonly string[]): string {
  const namesakes = paths.filter(path => placeOf(path)?.name === place.name);
  return place.archived && namesakes.length > 1 ? place.folder : place.name;
}
