import type { LostLink } from '../../core/evidence/link';
import type { LinkRepair } from '../../core/linkRepairs';
import { inform, pickMany, remark } from '../ask';
import type { Loaded } from '../session';
import { writingIn } from '../edits/editorWriter';
import { valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { subjectsOfKind } from './subjects';
import { repairsOf } from './updateLinks';

interface Missing {
  readonly repair: LinkRepair;
  readonly lost: LostLink;
}

/** Takes links to commits that are missing out of their files: those of chosen rows, or picked ones. */
export function removeLostLink({ session }: CommandContext): Command {
  return {
    id: COMMANDS.removeLostLink,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const repairs = engine.linkRepairs(store.snapshot);
      const about = repairsOf(repairs, args);
      const all = (about.length > 0 ? about : repairs).flatMap(repair =>
        repair.missing.map(lost => ({ repair, lost })),
      );
      if (all.length === 0) {
        inform(engine.say({ code: 'ui.no-lost-links', args: [] }));
        return;
      }
      const rows = subjectsOfKind(args, 'lostLink');
      const given = all.filter(({ repair: { plan, task }, lost: { link } }) =>
        rows.some(row => row.plan === plan.uid && row.task === task.uid && row.hash === link.hash),
      );
      for (const { repair, lost } of given.length > 0 ? given : await pickMissing(loaded, all)) {
        const { plan, task } = repair;
        const { hash, not } = lost.link;
        const ref = { plan: plan.uid, kind: task.kind, uid: task.uid };
        valueOf(await engine.removeLostLink(writingIn(loaded), { task: ref, hash, not }));
        remark(engine.say({ code: 'ui.link-removed', args: [task.id] }));
      }
    },
  };
}

async function pickMissing(
  { engine: { say } }: Loaded,
  all: readonly Missing[],
): Promise<readonly Missing[]> {
  const items = all.map(missing => ({
    label: missing.lost.link.subject ?? missing.lost.link.hash,
    description: missing.lost.link.hash.slice(0, 8),
    detail: `${missing.repair.task.id} ${missing.repair.task.title}`,
    missing,
  }));
  const title = say({ code: 'ui.remove-link-title', args: [] });
  return (await pickMany(items, { title })).map(({ missing }) => missing);
}
