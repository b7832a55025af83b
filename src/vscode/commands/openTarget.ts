import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { findItem, openPlace } from './openPlace';
import { isRecord } from './subjects';

/** Shows a line of a plan file: of an item `{plan, uid}`, or of a place `{plan, file, line}`. */
export function openTarget({ session }: CommandContext): Command {
  return {
    id: COMMANDS.openTarget,
    async execute(target) {
      const { store } = await session.load();
      if (!isRecord(target)) {
        return;
      }
      const { plan: uid, file, line } = target;
      const plan = store.snapshot.plans.find(facts => facts.plan.uid === uid)?.plan;
      const item = findItem(store.snapshot, target);
      if (item) {
        await openPlace(item.root, item.item.file, item.item.line);
      } else if (plan && typeof file === 'string' && plan.files.includes(file)) {
        await openPlace(plan.root, file, typeof line === 'number' ? line : 0);
      }
    },
  };
}
