import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { openPlace } from './openPlace';
import { pickTasks } from './pickTasks';

/** Picks one of all tasks and shows its line. */
export function goToTask({ session }: CommandContext): Command {
  return {
    id: COMMANDS.goToTask,
    async execute() {
      const loaded = await session.load();
      const title = loaded.engine.say({ code: 'ui.go-to-task-title', args: [] });
      const [task] = await pickTasks(loaded, { title });
      const found = task && loaded.engine.findItem(loaded.store.snapshot, task);
      if (found?.ok) {
        await openPlace(found.value.plan.root, found.value.item.file, found.value.item.line);
      }
    },
  };
}
