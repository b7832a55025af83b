import type { Commit } from '../graph/history';

/**
 * True for a commit that only plans: all of its files lie in plan folders, or it is a merge. An empty
 * commit has no files and is work.
 * @param planFolders of all plans of the repository, relative to its top, each with a trailing `/`
 */
export function isPlanning(commit: Commit, planFolders: readonly string[]): boolean {
  return (
    commit.parents.length > 1 ||
    (commit.files.length > 0 && commit.files.every(({ path }) => isInside(path, planFolders)))
  );
}

function isInside(path: string, folders: readonly string[]): boolean {
  for (const folder of folders) {
    if (folder !== '' && path.startsWith(folder)) {
      return true;
    }
  }
  return false;
}
