/** Software that shows repositories on the web. Gitea and Forgejo have the same addresses. */
export type ForgeKind = 'github' | 'gitlab' | 'bitbucket' | 'azure' | 'gitea' | 'forgejo';

/** The words for them in `forges:` of project.md. */
export const FORGE_KINDS: readonly ForgeKind[] = [
  'github',
  'gitlab',
  'bitbucket',
  'azure',
  'gitea',
  'forgejo',
];

/** Which software runs at a host of the plan's own, by the host's name in lower case. */
export type Forges = ReadonlyMap<string, ForgeKind>;

const PUBLIC_HOSTS: Forges = new Map([
  ['github.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['bitbucket.org', 'bitbucket'],
  ['dev.azure.com', 'azure'],
  ['codeberg.org', 'forgejo'],
]);

/** The software at a host, which the plan's own word decides first; undefined for a host that nobody knows. */
export function forgeOf(host: string, forges: Forges): ForgeKind | undefined {
  return (
    forges.get(host) ??
    PUBLIC_HOSTS.get(host) ??
    // GitHub Enterprise Cloud with data residency, and Azure DevOps as it was called before.
    (host.endsWith('.ghe.com') ? 'github' : host.endsWith('.visualstudio.com') ? 'azure' : undefined)
  );
}
