import { leftoversBeside, type Leftover } from '../app/writing/leftovers';
import { brokenLinks, type BrokenLink } from '../core/linkRepairs';
import type { Snapshot } from '../core/snapshot';
import type { Reading } from './verb';

/** What is wrong with the plans of a folder. */
export interface Check {
  /** With the problems of roots and plan files. */
  readonly snapshot: Snapshot;
  readonly links: readonly BrokenLink[];
  readonly leftovers: readonly Leftover[];
  /** Whether anything is an error, or a warning where none is allowed. */
  readonly failed: boolean;
}

/**
 * Problems of plan files, plans that may be missing, links whose commits are gone, and what writing has left.
 * @param strict whether a warning fails it, too
 */
export async function check(
  { store: { snapshot } }: Reading,
  { strict = false }: { readonly strict?: boolean } = {},
): Promise<Check> {
  const links = brokenLinks(snapshot);
  const leftovers: Leftover[] = [];
  for (const root of snapshot.roots) {
    const files = snapshot.plans.flatMap(({ plan }) => (plan.root === root.id ? plan.files : []));
    leftovers.push(...(await leftoversBeside(root.id, files)));
  }
  const problems = snapshot.plans.flatMap(({ plan }) => plan.problems);
  const severities = [
    ...[...problems, ...links].map(({ severity }) => severity),
    ...leftovers.map(({ isKept }) => (isKept ? 'warning' : 'info')),
  ];
  const failed =
    snapshot.roots.some(root => root.problems.length > 0) ||
    severities.includes('error') ||
    (strict && severities.includes('warning'));
  return { snapshot, links, leftovers, failed };
}
