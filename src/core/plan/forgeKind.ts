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
