import type { ForgeKind, Forges } from '../plan/forgeKind';
import { forgeOf } from './forgeOf';
import { remoteAddress, type RemoteAddress } from './remoteAddress';
import { azureProject, bitbucketProject } from './repositoryPages';

/** Addresses of a repository's files and commits on the web. */
export interface WebLinks {
  /** @param path from the top of the repository */
  file(path: string): string;
  commit(hash: string): string;
  /** Where a branch is compared with this one, or a pull request to this one begins. */
  compare(branch: string): string;
}

/**
 * Where the forge of a remote shows a branch; undefined for a host whose addresses are not known. Only the host and the
 * path are taken from the remote, so that no password in it is passed on.
 */
export function webLinksOf(
  remoteUrl: string,
  branch: string,
  forges: Forges = new Map(),
): WebLinks | undefined {
  const address = remoteAddress(remoteUrl);
  const forge = address && forgeOf(address.host, forges);
  return address && forge && LINKS[forge](address, branch);
}

type LinksOf = (address: RemoteAddress, branch: string) => WebLinks | undefined;

const LINKS: Readonly<Record<ForgeKind, LinksOf>> = {
  github: plainLinks('blob', 'commit', 'compare'),
  gitlab: plainLinks('-/blob', '-/commit', '-/compare'),
  gitea: plainLinks('src/branch', 'commit', 'compare'),
  forgejo: plainLinks('src/branch', 'commit', 'compare'),
  bitbucket: (address, branch) =>
    address.host === 'bitbucket.org' ? bitbucketCloud(address, branch) : bitbucketDataCenter(address, branch),
  azure: azureLinks,
};

/** What stands before a branch, before a commit, and before `base...head`. */
function plainLinks(file: string, commit: string, compare: string): LinksOf {
  return (address, branch) => {
    const top = `${siteOf(address)}/${address.path.join('/')}`;
    return {
      file: path => `${top}/${file}/${inPath(branch)}/${inPath(path)}`,
      commit: hash => `${top}/${commit}/${hash}`,
      compare: head => `${top}/${compare}/${inPath(branch)}...${inPath(head)}`,
    };
  };
}

function bitbucketCloud(address: RemoteAddress, branch: string): WebLinks {
  const top = `${siteOf(address)}/${address.path.join('/')}`;
  return {
    file: path => `${top}/src/${inPath(branch)}/${inPath(path)}`,
    commit: hash => `${top}/commits/${hash}`,
    compare: head => `${top}/pull-requests/new?source=${inQuery(head)}&dest=${inQuery(branch)}`,
  };
}

function bitbucketDataCenter(address: RemoteAddress, branch: string): WebLinks | undefined {
  const project = bitbucketProject(address.path);
  if (project === undefined) {
    return undefined;
  }
  const top = `${siteOf(address)}/${project}`;
  const ref = (name: string): string => inQuery(`refs/heads/${name}`);
  return {
    file: path => `${top}/browse/${inPath(path)}?at=${ref(branch)}`,
    commit: hash => `${top}/commits/${hash}`,
    compare: head => `${top}/compare/diff?targetBranch=${ref(branch)}&sourceBranch=${ref(head)}`,
  };
}

function azureLinks(address: RemoteAddress, branch: string): WebLinks | undefined {
  const top = azureProject(address, siteOf(address));
  const versions = (head: string): string =>
    `baseVersion=GB${inQuery(branch)}&targetVersion=GB${inQuery(head)}`;
  return top === undefined
    ? undefined
    : {
        file: path => `${top}?path=/${inPath(path)}&version=GB${inQuery(branch)}`,
        commit: hash => `${top}/commit/${hash}`,
        compare: head => `${top}/branchCompare?${versions(head)}`,
      };
}

function siteOf({ webHost }: RemoteAddress): string {
  return `https://${webHost}`;
}

/** With nothing in it that would end a link in Markdown. */
function inPath(path: string): string {
  return path.split('/').map(inQuery).join('/');
}

function inQuery(text: string): string {
  return encodeURIComponent(text).replace(/[()'*!~_]/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
}
