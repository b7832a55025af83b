import type { Task } from '../../core/plan/model';
import { moveKinds, moveTargets, type MoveKind, type MoveTarget } from '../../present/gestures/moveQuestion';
import type { RowGroup, SubjectOf } from '../../present/row';
import { findItem } from '../../verbs/findItem';
import type { ItemsOfPlan } from '../../verbs/itemsOfPlan';
import type { MoveWish } from '../../verbs/moveTask';
import type { Text } from '../../words/text';
import type { Kit, LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';
import { moveTasks } from './moveTasks';
import { setTo } from './setField';

/** What was meant when a task was moved to another one the last time in this window. */
let lastKind: MoveKind = 'after';

/** What tasks were dropped on. */
type Dropped = RowGroup | SubjectOf<'task' | 'milestone'>;

/** Moves tasks to a milestone or a task that is picked, or that they were dropped on, or into the group there. */
export const moveTo: LaterCommand = async (kit, args) => {
  const [first, all, onto] = args;
  const dropped = droppedOn(onto);
  if (dropped === 'nothing' || (dropped && kit.subjectsOfKind([first, all], 'task').length === 0)) {
    return;
  }
  const title: Text = { code: 'move.title', args: [0, ''] };
  for (const chosen of await chosenItems(kit, args, ['task'], title)) {
    const { plan } = chosen.facts;
    if (dropped && dropped.plan !== plan.uid) {
      kit.refuse({ code: 'other-plan', args: [nameOf(chosen.items[0])] });
    }
    if (dropped?.kind === 'group' && dropped.field !== 'milestone') {
      const { field, value } = dropped;
      await setTo(kit, chosen, field, value === undefined ? [] : [{ kind: 'value', text: value }]);
    } else {
      const target = dropped ? targetOf(dropped) : await askTarget(kit, chosen);
      const to = target && (await destination(kit, chosen, target));
      if (!to) {
        return;
      }
      await moveTasks(kit, chosen, to);
    }
  }
};

/** @returns undefined where nothing was dropped, and `nothing` where it was dropped on what holds no tasks */
function droppedOn(onto: unknown): Dropped | 'nothing' | undefined {
  const kind = (onto as Dropped | null | undefined)?.kind;
  return onto === undefined
    ? undefined
    : kind === 'group' || kind === 'task' || kind === 'milestone'
      ? (onto as Dropped)
      : 'nothing';
}

function targetOf(dropped: Dropped): MoveTarget {
  return dropped.kind === 'group'
    ? { kind: 'milestone', uid: undefined }
    : { kind: dropped.kind, uid: dropped.uid };
}

async function askTarget(kit: Kit, { facts, items }: ItemsOfPlan): Promise<MoveTarget | undefined> {
  const tasks = items.filter((item): item is Task => item.kind === 'task');
  const options = {
    title: kit.say({ code: 'move.title', args: [items.length, nameOf(items[0])] }),
    placeHolder: kit.say({ code: 'move.where', args: [] }),
    matchOnDescription: true,
  };
  return kit.pickRow(moveTargets(facts.plan, tasks), kit.say, options);
}

/** Asks what a task means as a target. */
async function destination(
  kit: Kit,
  { facts, items }: ItemsOfPlan,
  target: MoveTarget,
): Promise<MoveWish['to'] | undefined> {
  if (target.kind === 'milestone') {
    return target;
  }
  const ref = { plan: facts.plan.uid, kind: target.kind, uid: target.uid };
  const { item: task } = kit.valueOf(findItem(kit.store.snapshot, ref));
  if (items.includes(task)) {
    kit.refuse({ code: 'into-itself', args: [nameOf(task)] });
  }
  const options = {
    title: kit.say({ code: 'move.title', args: [items.length, nameOf(items[0])] }),
    placeHolder: kit.say({ code: 'move.how', args: [nameOf(task)] }),
  };
  const kind = await kit.pickRow(moveKinds(task, lastKind), kit.say, options);
  lastKind = kind ?? lastKind;
  return kind && { kind, uid: task.uid };
}
