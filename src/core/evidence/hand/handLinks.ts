import type { HandLink, Plan } from '../../plan/model';
import type { Steps } from '../../base/steps';
import type { Clue } from '../commits/clue';
import type { HashIndex } from '../graph/hashIndex';
import type { History } from '../graph/history';
import type { LostLink } from '../link';
import { findMoved } from './movedCommit';

/** What the hand-made links of a plan say. */
export interface HandClues {
  /** Task keys by commit that a person took away from it. */
  readonly unlinked: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lost: readonly LostLink[];
}

/**
 * Evidence `manual`, and the unlinks. A link whose commit is gone is looked for under its new hash and
 * listed as lost, so that its file can be brought up to date. Where a squash holds a linked commit and an
 * unlinked one of the same task, the link stands: a part of the squash does belong to it.
 */
export function* handClues(
  plan: Plan,
  history: History,
  landed: Pick<ReadonlySet<string>, 'has'>,
  index: HashIndex,
  add: (commit: string, clue: Clue) => void,
): Steps<HandClues> {
  const unlinked = new Map<string, Set<string>>();
  const lost: LostLink[] = [];
  const links: { task: string; link: HandLink }[] = [];
  for (const { key, handLinks } of plan.tasks) {
    for (const link of key === '' ? [] : handLinks) {
      links.push({ task: key, link });
    }
  }
  const found = new Map<HandLink, string>();
  for (const { link } of links) {
    const hash = index.find(link.hash);
    if (hash !== undefined) {
      found.set(link, hash);
    }
  }
  const gone = links.map(({ link }) => link).filter(link => !found.has(link));
  const moved = yield* findMoved(gone, history, landed, plan.settings.timezone);
  const hashOf = (link: HandLink) => found.get(link) ?? moved.get(link);
  const linked = new Set(
    links.filter(({ link }) => !link.not).map(({ task, link }) => `${hashOf(link)} ${task}`),
  );
  for (const { task, link } of links) {
    const movedTo = moved.get(link);
    const hash = hashOf(link);
    if (movedTo !== undefined) {
      lost.push({ task, link, foundAs: movedTo });
    } else if (hash === undefined) {
      const looked = history.gone?.has(link.hash) ?? false;
      const offBranch = history.gone?.get(link.hash) !== undefined;
      const quiet = link.not || history.shallow || !looked;
      lost.push({ task, link, ...(offBranch && { offBranch }), ...(quiet && { quiet }) });
    }
    if (hash === undefined) {
      continue;
    }
    if (link.not && movedTo !== undefined && linked.has(`${hash} ${task}`)) {
      continue;
    }
    if (link.not) {
      unlinked.set(hash, (unlinked.get(hash) ?? new Set<string>()).add(task));
    } else {
      const reason: Clue['reason'] =
        movedTo === undefined
          ? { code: 'manual', args: [link.date ?? ''] }
          : { code: 'manual-moved', args: [link.hash] };
      add(hash, { task, evidence: 'manual', strength: 'works-on', reason });
    }
  }
  return { unlinked, lost };
}
