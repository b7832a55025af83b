import type { RemoteAddress } from './remoteAddress';

/**
 * Where Bitbucket Data Center shows a repository, for `scm/KEY/repo` (https), `KEY/repo` (ssh) and their like with a
 * folder of the server before `scm`. A key that begins with `~` is a person's.
 */
export function bitbucketProject(path: readonly string[]): string | undefined {
  const [key, repository] = path.slice(-2);
  const before = path.slice(0, -2);
  const folder = before.at(-1) === 'scm' ? before.slice(0, -1) : before.length === 0 ? before : undefined;
  if (key === undefined || repository === undefined || folder === undefined) {
    return undefined;
  }
  const owner = key.startsWith('~') ? `users/${key.slice(1)}` : `projects/${key}`;
  return [...folder, owner, 'repos', repository].join('/');
}

/**
 * Where Azure DevOps shows a repository. Its ssh remotes name organization, project and repository behind `v3`; those
 * over https, and of a server of one's own, have `_git` before the repository, as the pages have.
 * @param site of the remote itself
 */
export function azureProject({ host, path }: RemoteAddress, site: string): string | undefined {
  const [version, organization, project, repository, ...more] = path;
  const isV3 = version === 'v3' && repository !== undefined && more.length === 0;
  if (isV3 && /(?:^|\.)(?:dev\.azure|visualstudio)\.com$/.test(host)) {
    return `https://dev.azure.com/${organization ?? ''}/${project ?? ''}/_git/${repository}`;
  }
  return path.at(-2) === '_git' ? `${site}/${path.join('/')}` : undefined;
}
