import type { ForgeKind } from '../core/plan/forgeKind';
import { forgeOf } from '../core/web/forgeOf';
import { remoteAddress } from '../core/web/remoteAddress';
import { webLinksOf } from '../core/web/webLinks';
import type { Reading } from './verb';

/** Where the forge of a repository compares a branch with the default branch, or why that is not known. */
export type ComparePage =
  | { readonly kind: 'page'; readonly url: string }
  /** Nobody has said which software runs at the host of the remote. */
  | { readonly kind: 'unknown-forge'; readonly host: string }
  /** No remote has the default branch, the branch is the default one, or the remote leads to no host. */
  | { readonly kind: 'none' };

/** Where a remote of a repository (`Repo.top`) is fetched from; undefined where that is not known. */
export type UrlOfRemote = (top: string, remote: string) => string | undefined | Promise<string | undefined>;

/**
 * The page on which a branch is compared with the default branch, and from which a pull request begins.
 * @param top of the repository
 */
export async function comparePage(
  { store: { snapshot } }: { readonly store: Pick<Reading['store'], 'snapshot'> },
  top: string,
  branch: string,
  urlOf: UrlOfRemote,
): Promise<ComparePage> {
  const history = snapshot.repos.find(repo => repo.top === top)?.history;
  const base = history?.defaultBranch?.name;
  const remote = history?.branches.find(one => one.name === base && one.remote !== undefined)?.remote;
  const url = remote === undefined || base === branch ? undefined : await urlOf(top, remote);
  const host = url === undefined ? undefined : remoteAddress(url)?.host;
  if (base === undefined || url === undefined || host === undefined) {
    return { kind: 'none' };
  }
  const own = snapshot.plans.filter(({ repo }) => repo === top);
  const forges = new Map<string, ForgeKind>(own.flatMap(({ plan }) => [...plan.settings.forges]));
  const page = webLinksOf(url, base, forges)?.compare(branch);
  if (page !== undefined) {
    return { kind: 'page', url: page };
  }
  return forgeOf(host, forges) ? { kind: 'none' } : { kind: 'unknown-forge', host };
}

/** The address of that page alone; undefined where there is none. */
export async function compareUrl(...asked: Parameters<typeof comparePage>): Promise<string | undefined> {
  const page = await comparePage(...asked);
  return page.kind === 'page' ? page.url : undefined;
}
