import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { findItem, openPlace } from './openPlace';
import { subjectsOf } from './subjects';

/** Shows the line of a milestone, task or risk in its file. */
export function openItem({ session }: CommandContext): Command {
  return {
    id: COMMANDS.openItem,
    async execute(...args) {
      const { store } = await session.load();
      for (const subject of subjectsOf(args)) {
        const found = findItem(store.snapshot, subject);
        if (found) {
          await openPlace(found.root, found.item.file, found.item.line);
        }
      }
    },
  };
}
