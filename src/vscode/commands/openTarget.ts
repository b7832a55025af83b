import type { ItemRef } from '../../app/store';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { openItem, openPlace } from './openPlace';
import { isRecord } from './subjects';

/** Shows a line of a plan file: of an item `{plan, uid}`, or of a place `{plan, file, line}`. */
export function openTarget({ session }: CommandContext): Command {
  return {
    id: COMMANDS.openTarget,
    async execute(target) {
      const loaded = await session.load();
      if (!isRecord(target) || typeof target.plan !== 'string') {
        return;
      }
      const { plan, uid, kind, file, line } = target;
      const name = typeof uid === 'string' && { plan, uid, ...(isKind(kind) && { kind }) };
      if ((name && (await openItem(loaded, name))) || typeof file !== 'string') {
        return;
      }
      const root = loaded.engine.rootWithFile(loaded.store.snapshot, plan, file);
      if (root !== undefined) {
        await openPlace(root, file, typeof line === 'number' ? line : 0);
      }
    },
  };
}

function isKind(kind: unknown): kind is ItemRef['kind'] {
  return kind === 'milestone' || kind === 'task' || kind === 'risk';
}
