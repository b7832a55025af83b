/** Addresses of a repository's files and commits on the web. */
export interface WebLinks {
  /** @param path from the top of the repository */
  file(path: string): string;
  commit(hash: string): string;
  /** Where a pull request from another branch to this one begins. */
  compare(branch: string): string;
}

/** What stands before a branch, before a commit, and how two branches are compared, on the hosts that many know. */
const HOSTS: ReadonlyMap<string, readonly [file: string, commit: string, compare: Comparing]> = new Map([
  ['github.com', ['blob', 'commit', (base, head) => `compare/${base}...${head}`]],
  ['gitlab.com', ['-/blob', '-/commit', (base, head) => `-/compare/${base}...${head}`]],
  ['bitbucket.org', ['src', 'commits', (base, head) => `pull-requests/new?source=${head}&dest=${base}`]],
  ['codeberg.org', ['src/branch', 'commit', (base, head) => `compare/${base}...${head}`]],
]);

type Comparing = (base: string, head: string) => string;

/** `https://host/path`, `ssh://user@host:22/path` and `user@host:path`, each with or without `.git`. */
const REMOTE =
  /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[^@/:]+@)([\w.-]+)(?::\d+)?[:/]([\w./-]+?)(?:\.git)?\/?$/;

/**
 * Where the host of a remote shows a branch; undefined for a host whose addresses are not known. Only the host and the
 * path are taken from the remote, so that no password in it is passed on.
 */
export function webLinksOf(remoteUrl: string, branch: string): WebLinks | undefined {
  const [, name = '', path = ''] = REMOTE.exec(remoteUrl) ?? [];
  const host = name.toLowerCase();
  const parts = HOSTS.get(host);
  if (!parts) {
    return undefined;
  }
  const base = `https://${host}/${path}`;
  return {
    file: file => `${base}/${parts[0]}/${encoded(branch)}/${encoded(file)}`,
    commit: hash => `${base}/${parts[1]}/${hash}`,
    compare: head => `${base}/${parts[2](encoded(branch), encoded(head))}`,
  };
}

/** With nothing in it that would end a link in Markdown. */
function encoded(path: string): string {
  return path
    .split('/')
    .map(part =>
      encodeURIComponent(part).replace(/[()'*!~_]/g, sign => `%${sign.charCodeAt(0).toString(16)}`),
    )
    .join('/');
}
