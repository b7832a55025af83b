import { subjectOf, type Commit } from '../../core/evidence/graph/history';
import type { Link, LostLink } from '../../core/evidence/link';
import type { LinkRepair } from '../../core/linkRepairs';
import type { Snapshot } from '../../core/snapshot';
import { SHORT_HASH } from '../rows/commitRow';
import type { PickRow } from './pickRow';

/** Tasks with links to rewritten commits, and what each link becomes; all of them are chosen beforehand. */
export function movedLinkPicks<T extends LinkRepair>(
  { repos }: Snapshot,
  repairs: readonly T[],
): readonly PickRow<T>[] {
  const commitOf = (hash: string): Commit | undefined =>
    repos.map(({ history }) => history?.commits.get(hash)).find(Boolean);
  return repairs.map(repair => ({
    label: `${repair.task.id} ${repair.task.title}`,
    detail: repair.moved
      .map(({ link, foundAs = '' }) => {
        const commit = commitOf(foundAs);
        const [from, to] = [link.hash, foundAs].map(hash => hash.slice(0, SHORT_HASH));
        return `${from} → ${to} ${commit ? subjectOf(commit) : ''}`;
      })
      .join(', '),
    picked: true,
    value: repair,
  }));
}

/** Links whose commits are gone, each with its task. */
export function missingLinkPicks<T extends { readonly repair: LinkRepair; readonly lost: LostLink }>(
  missing: readonly T[],
): readonly PickRow<T>[] {
  return missing.map(one => {
    const { hash, subject } = one.lost.link;
    const { id, title } = one.repair.task;
    return {
      label: subject ?? hash,
      description: hash.slice(0, SHORT_HASH),
      detail: `${id} ${title}`,
      value: one,
    };
  });
}

/** The commits of a task, each with the reason why it belongs to it. */
export function linkedCommitPicks<T extends { readonly link: Link; readonly commit: Commit | undefined }>(
  linked: readonly T[],
): readonly PickRow<T>[] {
  return linked.map(one => ({
    label: one.commit ? subjectOf(one.commit) : one.link.commit,
    description: one.link.commit.slice(0, SHORT_HASH),
    detail: one.link.reason,
    value: one,
  }));
}
