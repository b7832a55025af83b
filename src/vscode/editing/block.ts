import type { Change } from '../../core/plan/change';
import type { Item, Task } from '../../core/plan/model';
import { set, wishesFor } from '../../verbs/set';
import type { LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';
import type { Text } from '../../words/text';
import { promoteFirst } from './reform';
import { askField, textsOf } from './setField';

/** The format whose tasks can be lines or files. */
const NATIVE = 'milepost';

/** Says why tasks are blocked, and until when if that is known. */
export const block: LaterCommand = async (kit, args) => {
  const which: Text = { code: 'edit.block-title', args: [] };
  const unknown: Text = { code: 'edit.until-unknown', args: [] };
  for (const chosen of await chosenItems(kit, args, ['task'], which)) {
    const { facts, items } = chosen;
    const name = nameOf(items[0]);
    const [line] = facts.plan.format === NATIVE ? items.filter(isLine) : [];
    if (line) {
      const cannot = { code: 'move.line-cannot-block', args: [nameOf(line)] as [string] } as const;
      kit.refuse(cannot, promoteFirst(kit, facts.plan, items, 'milepost.block'));
    }
    const why: Text = { code: 'edit.block-reason', args: [name] };
    const reason = await askField(kit, chosen, 'blocked', why);
    const howLong: Text = { code: 'edit.block-until', args: [name] };
    const until = reason && (await askField(kit, chosen, 'until', howLong, unknown));
    if (!reason || !until) {
      return;
    }
    const changes: readonly Change[] = [
      { kind: 'set', field: 'blocked', value: textsOf(reason)[0] },
      { kind: 'set', field: 'until', value: textsOf(until)[0] },
    ];
    const wishes = wishesFor(facts.plan, items, () => changes);
    kit.valueOf(await set(kit.writing, wishes));
    kit.tell({ code: 'edit.blocked', args: [items.length, name] }, items.length);
  }
};

function isLine(item: Item): boolean {
  return item.kind === 'task' && item.inline;
}

/** Takes away what blocks tasks; where the status itself says so, the first status of work takes its place. */
export const unblock: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'edit.unblock-title', args: [] };
  for (const { facts, items } of await chosenItems(kit, args, ['task'], title)) {
    const { statuses } = facts.plan.settings;
    const blocked = items.filter((item): item is Task => item.kind === 'task' && item.category === 'blocked');
    const [first] = blocked;
    if (!first) {
      kit.remark(kit.say({ code: 'edit.not-blocked', args: [] }));
      return;
    }
    const says = ({ status }: Task): boolean =>
      statuses.some(({ name, category }) => name === status && category === 'blocked');
    const active = statuses.find(({ category }) => category === 'active')?.name;
    const asked = wishesFor(facts.plan, blocked, item => [
      ...(item.blocked !== undefined ? REMOVED : []),
      ...(says(item) && active !== undefined
        ? [{ kind: 'set', field: 'status', value: active } as const]
        : []),
    ]);
    kit.valueOf(await set(kit.writing, asked));
    kit.tell({ code: 'edit.unblocked', args: [blocked.length, nameOf(first)] }, blocked.length);
  }
};

const REMOVED: readonly Change[] = [
  { kind: 'set', field: 'blocked', value: undefined },
  { kind: 'set', field: 'until', value: undefined },
];
