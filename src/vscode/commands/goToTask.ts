import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { findItem, openPlace } from './openPlace';
import { pickTasks } from './pickTasks';

/** Picks one of all tasks and shows its line. */
export function goToTask({ session }: CommandContext): Command {
  return {
    id: COMMANDS.goToTask,
    async execute() {
      const loaded = await session.load();
      const title = loaded.engine.say({ code: 'ui.go-to-task-title', args: [] });
      const [task] = await pickTasks(loaded, { title });
      const found = task && findItem(loaded.store.snapshot, task);
      if (found) {
        await openPlace(found.root, found.item.file, found.item.line);
      }
    },
  };
}
