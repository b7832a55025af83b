import type { Text } from '../../words/text';
import { inform, pickRows } from '../ask';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import { valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { subjectsOfKind, tasksOf } from './subjects';

/** Takes links to commits that are missing out of their files: those of chosen rows, or picked ones. */
export function removeLostLink({ session }: CommandContext): Command {
  return {
    id: COMMANDS.removeLostLink,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const { say } = engine;
      const wish = { tasks: tasksOf(args), links: subjectsOfKind(args, 'lostLink') };
      const { all, meant } = engine.missingLinks({ store }, wish);
      if (all.length === 0) {
        inform(say({ code: 'ui.no-lost-links', args: [] }));
        return;
      }
      const title = say({ code: 'ui.remove-link-title', args: [] });
      const rows = engine.missingLinkPicks(all);
      const chosen = meant.length > 0 ? meant : await pickRows(rows, say, { title });
      const writing = writingIn(loaded);
      const links = chosen.map(({ repair: { plan, task }, lost: { link } }) => {
        return { task: { plan: plan.uid, kind: task.kind, uid: task.uid }, hash: link.hash, not: link.not };
      });
      const items = valueOf(await engine.removeLostLinks(writing, links)).flatMap(changed => changed.items);
      if (items.length > 0) {
        const text: Text = { code: 'ui.link-removed', args: [items.map(({ id }) => id).join(', ')] };
        tellGesture(loaded, writing.gesture, text, items.length);
      }
    },
  };
}
