import type { ForgeKind, Forges } from '../plan/forgeKind';

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
