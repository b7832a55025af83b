import type { Text } from '../../words/text';
import { pickRow } from '../ask';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import { valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { pickTask } from './pickTask';
import { subjectsOfKind } from './subjects';

/** Sets the declared status of one or more tasks of a plan to one of the plan's own statuses. */
export function setStatus({ session }: CommandContext): Command {
  return {
    id: COMMANDS.setStatus,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const { say } = engine;
      const given = subjectsOfKind(args, 'task');
      const title = say({ code: 'ui.set-status-title', args: [] });
      const one = given.length > 0 ? undefined : await pickTask(loaded, title);
      const choice = engine.statuses({ store }, { tasks: one ? [one] : given });
      if (!choice) {
        return;
      }
      const placeHolder = say({ code: 'ui.pick-status', args: [choice.tasks.length] });
      const rows = engine.statusPicks(choice.statuses, choice.current);
      const value = await pickRow(rows, say, { title, placeHolder });
      if (value !== undefined) {
        const writing = writingIn(loaded);
        const changes = [{ kind: 'set', field: 'status', value }] as const;
        const wishes = choice.tasks.map(item => ({ item, changes }));
        const items = valueOf(await engine.set(writing, wishes)).flatMap(changed => changed.items);
        const name = items[0]?.id || items[0]?.title || '';
        const text: Text = { code: 'ui.status-set', args: [items.length, name, value] };
        tellGesture(loaded, writing.gesture, text, items.length);
      }
    },
  };
}
