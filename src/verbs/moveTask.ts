import { movedTasks } from '../core/formats/moveChecks';
import { dependencyCircle } from '../core/formats/dependencyCircle';
import type { Item, Plan, Task } from '../core/plan/model';
import type { MovePlace } from '../app/store';
import { set, wishesFor, type Changed } from './set';
import type { Outcome, Reading, Writing } from './verb';

/** Tasks of a plan, and where they are moved to; `next` leaves them where they are and has them start after a task. */
export interface MoveWish {
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  readonly to: MovePlace | { readonly kind: 'next'; readonly uid: string };
}

/**
 * Moves tasks with all that lies below them, by one edit: into a milestone or out of all, behind another task or below
 * it as its subtasks, or in time only. It fails where that would make a circle, or where the format has no place for it.
 */
export async function moveTask(writing: Writing, wish: MoveWish): Promise<Outcome<Changed>> {
  const { plan, tasks, to } = wish;
  if (to.kind === 'next') {
    return startAfter(writing, plan, tasks, to.uid);
  }
  const uids = tasks.map(({ uid }) => uid);
  const written = await writing.write(() => writing.store.planMove(plan.uid, uids, to));
  return written.ok ? { ok: true, value: { ...written.value, items: tasks } } : written;
}

/** Whether tasks could be moved so. It fails where they could not, so that nobody is asked in vain. */
export async function movable(
  { store }: Reading,
  { plan, tasks, to }: MoveWish,
): Promise<Outcome<undefined>> {
  const uids = tasks.map(({ uid }) => uid);
  const planned = to.kind === 'next' ? undefined : await store.planMove(plan.uid, uids, to);
  return planned?.ok === false ? { ok: false, problem: planned.refusal } : { ok: true, value: undefined };
}

/** The milestone that a value of the field names, as a place; out of all milestones without one. */
export function placeNamed({ milestones }: Plan, id: string | undefined): MovePlace {
  return { kind: 'milestone', uid: milestones.find(one => one.id === id)?.uid };
}

/** The milestone of a task, as a place. */
export function placeOf({ milestones }: Plan, { milestone }: Task): MovePlace {
  return { kind: 'milestone', uid: milestones.find(({ key }) => key === milestone)?.uid };
}

async function startAfter(
  writing: Writing,
  plan: Plan,
  tasks: readonly Task[],
  uid: string,
): Promise<Outcome<Changed>> {
  const first = plan.tasks.find(task => task.uid === uid);
  if (!first || first.id === '') {
    return { ok: false, problem: { code: 'no-such-item', args: [first?.title ?? uid] } };
  }
  const waiting = movedTasks(plan, tasks).filter(
    task => !task.dependsOn.some(({ key }) => key === first.key),
  );
  for (const task of waiting) {
    const circle = dependencyCircle(plan, task, first);
    if (circle) {
      return { ok: false, problem: { code: 'dependency-circle', args: [circle.join(', ')] } };
    }
  }
  const wishes = wishesFor<Item>(plan, waiting, item => [
    { kind: 'setList', field: 'dependsOn', value: [...textsOf(item), first.id] },
  ]);
  const changed = await set(writing, wishes);
  if (!changed.ok) {
    return changed;
  }
  const nothing = { edit: { root: plan.root, plan: plan.folder, files: [] }, written: [], items: [] };
  return { ok: true, value: changed.value[0] ?? nothing };
}

function textsOf(item: Item): readonly string[] {
  return item.kind === 'task' ? item.dependsOn.map(({ text }) => text) : [];
}
