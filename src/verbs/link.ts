import type { CommitRef } from '../core/plan/change';
import { findItem, type ItemName } from './findItem';
import { set, type Changed } from './set';
import type { Outcome, Writing } from './verb';

/** A task, and commits by hash, the beginning of one, or ref. */
export interface LinkWish {
  readonly task: ItemName;
  readonly commits: readonly string[];
}

/** Says in a task's file that commits belong to it. */
export function link(writing: Writing, wish: LinkWish): Promise<Outcome<Changed>> {
  return change(writing, 'link', wish);
}

/** Says in a task's file that commits do not belong to it, whatever else says that they do. */
export function unlink(writing: Writing, wish: LinkWish): Promise<Outcome<Changed>> {
  return change(writing, 'unlink', wish);
}

async function change(
  writing: Writing,
  kind: 'link' | 'unlink',
  { task, commits: revisions }: LinkWish,
): Promise<Outcome<Changed>> {
  const { store } = writing;
  const found = findItem(store.snapshot, task);
  if (!found.ok) {
    return found;
  }
  const commits: CommitRef[] = [];
  for (const revision of revisions) {
    const outcome = await store.commitRef(found.value.plan.uid, revision);
    if (!outcome.ok) {
      return outcome;
    }
    commits.push(outcome.value);
  }
  return set(writing, { item: task, changes: [{ kind, commits }] });
}
