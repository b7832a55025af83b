import { linkRemoval, linkRepairs, type LinkRepair } from '../core/linkRepairs';
import type { Change } from '../core/plan/change';
import type { HandLink, Item } from '../core/plan/model';
import { findItem, type ItemName } from './findItem';
import { set, type Changed, type SetWish } from './set';
import type { Outcome, VerbProblem, Writing } from './verb';

/** What has been brought up to date, and the first thing that could not be. */
export interface Relinked {
  readonly changed: readonly Changed[];
  /** Number of links that name another commit by now. */
  readonly links: number;
  readonly problem?: VerbProblem;
}

/**
 * Brings links to rewritten commits up to date, those of a plan by one edit. A link that cannot be changed does not keep
 * the others from being written. It fails where a task is not to be found.
 * @param tasks whose links are meant; those of all without any
 */
export async function relink(
  writing: Writing,
  { tasks = [] }: { readonly tasks?: readonly ItemName[] } = {},
): Promise<Outcome<Relinked>> {
  const asked: Item[] = [];
  for (const name of tasks) {
    const found = findItem(writing.store.snapshot, name);
    if (!found.ok) {
      return found;
    }
    asked.push(found.value.item);
  }
  const changed: Changed[] = [];
  let links = 0;
  let problem: VerbProblem | undefined;
  const repairs = linkRepairs(writing.store.snapshot).filter(
    ({ task }) => asked.length === 0 || asked.includes(task),
  );
  for (const plan of new Set(repairs.map(repair => repair.plan))) {
    const { wishes, problem: first } = await possible(
      writing,
      repairs.filter(repair => repair.plan === plan),
    );
    const outcome = await set(writing, wishes);
    if (outcome.ok) {
      changed.push(...outcome.value);
      links += wishes.flatMap(({ changes }) => changes).reduce((sum, one) => sum + movesOf(one), 0);
    }
    problem ??= first ?? (outcome.ok ? undefined : outcome.problem);
  }
  return { ok: true, value: { changed, links, ...(problem && { problem }) } };
}

/** The changes that the format can make, and why it cannot make the first of the others. */
async function possible(
  { store }: Writing,
  repairs: readonly LinkRepair[],
): Promise<{ readonly wishes: readonly SetWish[]; readonly problem?: VerbProblem | undefined }> {
  const wishes: SetWish[] = [];
  let problem: VerbProblem | undefined;
  for (const { plan, task, updates } of repairs) {
    const item = { plan: plan.uid, kind: task.kind, uid: task.uid };
    for (const change of updates) {
      const planned = await store.planEdit(plan.uid, [{ item, changes: [change] }]);
      if (planned.ok) {
        wishes.push({ item, changes: [change] });
      } else {
        problem ??= planned.refusal;
      }
    }
  }
  return { wishes, problem };
}

function movesOf(change: Change): number {
  return change.kind === 'relink' ? change.moves.length : 0;
}

/** Takes links to commits that are missing out of the files of tasks. */
export function removeLostLinks(
  writing: Writing,
  links: readonly (Pick<HandLink, 'hash' | 'not'> & { readonly task: ItemName })[],
): Promise<Outcome<readonly Changed[]>> {
  return set(
    writing,
    links.map(({ task, hash, not }) => ({ item: task, changes: [linkRemoval({ hash, not })] })),
  );
}
