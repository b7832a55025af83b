import type { Text } from '../../words/text';
import { inform, pickRows } from '../ask';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import { Refused, valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { tasksOf } from './subjects';

/** Writes links to rewritten commits as they are now: those of the chosen tasks, or of tasks picked from all. */
export function updateLinks({ session }: CommandContext): Command {
  return {
    id: COMMANDS.updateLinks,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const { say } = engine;
      const { all, meant } = engine.movedLinks({ store }, { tasks: tasksOf(args) });
      if (all.length === 0) {
        inform(say({ code: 'ui.no-links-to-update', args: [] }));
        return;
      }
      const title = say({ code: 'ui.update-links-title', args: [] });
      const rows = engine.movedLinkPicks(store.snapshot, all);
      const chosen = meant.length > 0 ? meant : await pickRows(rows, say, { title });
      if (chosen.length > 0) {
        const tasks = chosen.map(({ plan, task }) => ({ plan: plan.uid, kind: task.kind, uid: task.uid }));
        const writing = writingIn(loaded);
        const { links, problem } = valueOf(await engine.relink(writing, { tasks }));
        if (links > 0) {
          const text: Text = { code: 'ui.links-updated', args: [links] };
          tellGesture(loaded, writing.gesture, text, tasks.length);
        }
        if (problem) {
          throw new Refused(problem);
        }
      }
    },
  };
}
