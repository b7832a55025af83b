import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { openItem } from './openPlace';
import { pickTask } from './pickTask';

/** Picks one of all tasks and shows its line. */
export function goToTask({ session }: CommandContext): Command {
  return {
    id: COMMANDS.goToTask,
    async execute() {
      const loaded = await session.load();
      const task = await pickTask(loaded, loaded.engine.say({ code: 'ui.go-to-task-title', args: [] }));
      if (task) {
        await openItem(loaded, task);
      }
    },
  };
}
