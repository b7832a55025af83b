import type { MovePlace } from '../app/store';
import type { Plan, Task } from '../core/plan/model';
import { findItem } from './findItem';
import { moveTask } from './moveTask';
import type { Changed } from './set';
import type { Outcome, Reading, Writing } from './verb';

/** Where tasks go, by the id of a milestone (none: out of all) or of a task. */
export type NamedPlace =
  | { readonly kind: 'milestone'; readonly id: string | undefined }
  | { readonly kind: 'after' | 'under'; readonly id: string };

/** Moves tasks of one plan that are named by their ids. It fails where one is no task, or belongs to another plan. */
export async function moveByName(
  writing: Writing,
  { items, to }: { readonly items: readonly string[]; readonly to: NamedPlace },
): Promise<Outcome<Changed>> {
  const tasks: Task[] = [];
  let plan: Plan | undefined;
  for (const id of items) {
    const found = findItem(writing.store.snapshot, id);
    if (!found.ok) {
      return found;
    }
    const { item } = found.value;
    if (item.kind !== 'task') {
      return { ok: false, problem: { code: 'not-a-task', args: [id] } };
    }
    plan ??= found.value.plan;
    if (found.value.plan !== plan) {
      return { ok: false, problem: { code: 'other-plan', args: [id] } };
    }
    tasks.push(item);
  }
  if (!plan) {
    return { ok: false, problem: { code: 'no-such-item', args: [''] } };
  }
  const place = placeIn(writing, plan, to);
  return place.ok ? moveTask(writing, { plan, tasks, to: place.value }) : place;
}

function placeIn({ store }: Reading, plan: Plan, to: NamedPlace): Outcome<MovePlace> {
  if (to.id === undefined) {
    return { ok: true, value: { kind: 'milestone', uid: undefined } };
  }
  const found = findItem(store.snapshot, to.id);
  if (!found.ok) {
    return found;
  }
  const { item } = found.value;
  if (found.value.plan !== plan) {
    return { ok: false, problem: { code: 'other-plan', args: [to.id] } };
  }
  if (to.kind === 'milestone') {
    return item.kind === 'milestone'
      ? { ok: true, value: { kind: 'milestone', uid: item.uid } }
      : { ok: false, problem: { code: 'not-a-milestone', args: [to.id] } };
  }
  return item.kind === 'task'
    ? { ok: true, value: { kind: to.kind, uid: item.uid } }
    : { ok: false, problem: { code: 'not-a-task', args: [to.id] } };
}
