import { linkRemoval, linkRepairs, type LinkRepair } from '../core/linkRepairs';
import type { Change } from '../core/plan/change';
import type { Item } from '../core/plan/model';
import { findItem, type ItemName } from './findItem';
import { set, type Changed } from './set';
import type { Outcome, VerbProblem, Writing } from './verb';

/** What has been brought up to date, and the first thing that could not be. */
export interface Relinked {
  readonly written: readonly Changed[];
  /** Number of links that name another commit by now. */
  readonly links: number;
  readonly problem?: VerbProblem;
}

/**
 * Brings links to rewritten commits up to date, one file after the other; what one of them refuses does not keep the
 * others from being written. It fails where a task is not to be found.
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
  const written: Changed[] = [];
  let links = 0;
  let problem: VerbProblem | undefined;
  for (const repair of linkRepairs(writing.store.snapshot)) {
    for (const change of asked.length === 0 || asked.includes(repair.task) ? repair.updates : []) {
      const outcome = await edit(writing, repair, change);
      if (outcome.ok) {
        written.push(outcome.value);
        links += change.kind === 'relink' ? change.moves.length : 0;
      } else {
        problem ??= outcome.problem;
      }
    }
  }
  return { ok: true, value: { written, links, ...(problem && { problem }) } };
}

/** Takes a link to a commit that is missing out of the task's file. */
export async function removeLostLink(
  writing: Writing,
  { task, hash, not }: { readonly task: ItemName; readonly hash: string; readonly not: boolean },
): Promise<Outcome<Changed>> {
  return set(writing, { item: task, changes: [linkRemoval({ hash, not })] });
}

function edit(writing: Writing, { plan, task }: LinkRepair, change: Change): Promise<Outcome<Changed>> {
  return set(writing, { item: { plan: plan.uid, kind: 'task', uid: task.uid }, changes: [change] });
}
