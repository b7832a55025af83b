import type { Plan } from '../../plan/model';

/** The file at the root of a repository that configures the tool. */
export const CONFIG = 'backlog.config.yml';

/** The file of a plan that configures the tool. */
export function configOf({ files, folder }: Pick<Plan, 'files' | 'folder'>): string | undefined {
  return (
    files.find(file => file === CONFIG) ??
    files.find(file => placeOf(folder === '' ? file : file.slice(folder.length + 1)) === 'config')
  );
}

/** What a file of a Backlog.md folder is, by where it lies. */
export type BacklogPlace = 'config' | 'task' | 'completed' | 'archived' | 'milestone' | 'archived-milestone';

const PLACES: ReadonlyMap<string, BacklogPlace> = new Map([
  ['tasks', 'task'],
  ['completed', 'completed'],
  ['archive/tasks', 'archived'],
  ['milestones', 'milestone'],
  ['archive/milestones', 'archived-milestone'],
]);

/**
 * The kind of a file by its path relative to the plan folder; undefined for what Milepost does not read:
 * drafts (not tasks yet), documents, decisions, assets.
 */
export function placeOf(path: string): BacklogPlace | undefined {
  if (/^config\.ya?ml$/.test(path)) {
    return 'config';
  }
  const slash = path.lastIndexOf('/');
  return /\.md$/i.test(path) ? PLACES.get(path.slice(0, Math.max(0, slash))) : undefined;
}
