import type { Snapshot } from '../core/snapshot';
import { webLinksOf } from './report/webLinks';

/**
 * Where the host of a repository compares a branch with the default branch.
 * @param top of the repository
 * @param urlOf where a remote is fetched from
 * @returns undefined where no remote has the default branch, or its host is not known
 */
export function comparePage(
  { repos }: Snapshot,
  top: string,
  branch: string,
  urlOf: (top: string, remote: string) => string | undefined,
): string | undefined {
  const history = repos.find(repo => repo.top === top)?.history;
  const base = history?.defaultBranch?.name;
  const remote = history?.branches.find(one => one.name === base && one.remote !== undefined)?.remote;
  const url = remote === undefined ? undefined : urlOf(top, remote);
  return base === undefined || url === undefined ? undefined : webLinksOf(url, base)?.compare(branch);
}
