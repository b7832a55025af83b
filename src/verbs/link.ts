import type { CommitRef } from '../core/plan/change';
import { findItem, type ItemName } from './findItem';
import { set, type Changed, type SetWish } from './set';
import type { Outcome, Writing } from './verb';

/** A task, and commits by hash, the beginning of one, or ref. */
export interface LinkWish {
  readonly task: ItemName;
  readonly commits: readonly string[];
}

/** Says in the files of tasks that commits belong to them. */
export function link(writing: Writing, wishes: readonly LinkWish[]): Promise<Outcome<readonly Changed[]>> {
  return change(writing, 'link', wishes);
}

/** Says in the files of tasks that commits do not belong to them, whatever else says that they do. */
export function unlink(writing: Writing, wishes: readonly LinkWish[]): Promise<Outcome<readonly Changed[]>> {
  return change(writing, 'unlink', wishes);
}

async function change(
  writing: Writing,
  kind: 'link' | 'unlink',
  wishes: readonly LinkWish[],
): Promise<Outcome<readonly Changed[]>> {
  const { store } = writing;
  const asked: SetWish[] = [];
  for (const { task: item, commits: revisions } of wishes) {
    const found = findItem(store.snapshot, item);
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
    asked.push({ item, changes: [{ kind, commits }] });
  }
  return set(writing, asked);
}
