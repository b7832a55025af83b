import type { ItemRef } from '../../app/store';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { openPlace } from './openPlace';
import { isRecord } from './subjects';

/** Shows a line of a plan file: of an item `{plan, uid}`, or of a place `{plan, file, line}`. */
export function openTarget({ session }: CommandContext): Command {
  return {
    id: COMMANDS.openTarget,
    async execute(target) {
      const { engine, store } = await session.load();
      if (!isRecord(target)) {
        return;
      }
      const { plan: folder, uid, kind, file, line } = target;
      const plan = store.snapshot.plans.find(facts => facts.plan.uid === folder)?.plan;
      const found =
        plan && typeof uid === 'string'
          ? engine.findItem(store.snapshot, { plan: plan.uid, uid, ...(isKind(kind) && { kind }) })
          : undefined;
      if (found?.ok) {
        await openPlace(found.value.plan.root, found.value.item.file, found.value.item.line);
      } else if (plan && typeof file === 'string' && plan.files.includes(file)) {
        await openPlace(plan.root, file, typeof line === 'number' ? line : 0);
      }
    },
  };
}

function isKind(kind: unknown): kind is ItemRef['kind'] {
  return kind === 'milestone' || kind === 'task' || kind === 'risk';
}
