import { inform, pickRows, remark } from '../ask';
import { writingIn } from '../edits/editorWriter';
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
      for (const { repair, lost } of meant.length > 0 ? meant : await pickRows(rows, say, { title })) {
        const { plan, task } = repair;
        const { hash, not } = lost.link;
        const ref = { plan: plan.uid, kind: task.kind, uid: task.uid };
        valueOf(await engine.removeLostLink(writingIn(loaded), { task: ref, hash, not }));
        remark(say({ code: 'ui.link-removed', args: [task.id] }));
      }
    },
  };
}
