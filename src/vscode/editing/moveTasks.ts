import type { Plan, Task } from '../../core/plan/model';
import type { RowGroup } from '../../present/row';
import type { ItemsOfPlan } from '../../verbs/itemsOfPlan';
import { moveTask, type MoveWish } from '../../verbs/moveTask';
import type { Kit } from '../linking/kit';
import { nameOf } from './chosenItems';
import { findItem } from '../../verbs/findItem';
import { promoteFirst } from './reform';

const MOVE = 'milepost.moveTo';

/** Moves tasks of one plan, and tells it. */
export async function moveTasks(kit: Kit, { facts, items }: ItemsOfPlan, to: MoveWish['to']): Promise<void> {
  const { plan } = facts;
  const tasks = items.filter((item): item is Task => item.kind === 'task');
  const [first] = tasks;
  if (!first) {
    return;
  }
  const moved = await moveTask(kit.writing, { plan, tasks, to });
  if (!moved.ok && moved.problem.code === 'line-needs-milestone') {
    const nowhere: RowGroup = { kind: 'group', plan: plan.uid, field: 'milestone' };
    kit.refuse(moved.problem, promoteFirst(kit, plan, tasks, MOVE, nowhere));
  }
  kit.valueOf(moved);
  kit.tell(
    to.kind === 'next'
      ? { code: 'move.next-done', args: [tasks.length, nameOf(first), otherName(kit, plan, to.uid)] }
      : { code: 'move.done', args: [tasks.length, nameOf(first)] },
    tasks.length,
  );
}

function otherName({ store, valueOf }: Kit, { uid: plan }: Plan, uid: string): string {
  return nameOf(valueOf(findItem(store.snapshot, { plan, kind: 'task', uid })).item);
}
