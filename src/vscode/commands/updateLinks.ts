import type { LinkRepair } from '../../core/linkRepairs';
import { inform, pickMany, remark } from '../ask';
import type { Loaded } from '../session';
import { writingIn } from '../edits/editorWriter';
import { Refused, valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { subjectsOf } from './subjects';

/** Writes links to rewritten commits as they are now: those of the chosen tasks, or of tasks picked from all. */
export function updateLinks({ session }: CommandContext): Command {
  return {
    id: COMMANDS.updateLinks,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const all = engine.linkRepairs(store.snapshot).filter(({ updates }) => updates.length > 0);
      if (all.length === 0) {
        inform(engine.say({ code: 'ui.no-links-to-update', args: [] }));
        return;
      }
      const given = repairsOf(all, args);
      const chosen = given.length > 0 ? given : await pickRepairs(loaded, all);
      if (chosen.length > 0) {
        const tasks = chosen.map(({ plan, task }) => ({ plan: plan.uid, kind: task.kind, uid: task.uid }));
        const { links, problem } = valueOf(await engine.relink(writingIn(loaded), { tasks }));
        if (links > 0) {
          remark(engine.say({ code: 'ui.links-updated', args: [links] }));
        }
        if (problem) {
          throw new Refused(problem);
        }
      }
    },
  };
}

/** Those of the tasks that a command was run on. */
export function repairsOf(all: readonly LinkRepair[], args: readonly unknown[]): readonly LinkRepair[] {
  const tasks = subjectsOf(args).flatMap(subject =>
    subject.kind === 'task'
      ? [{ plan: subject.plan, uid: subject.uid }]
      : subject.kind === 'commit'
        ? [{ plan: subject.plan, uid: subject.task }]
        : [],
  );
  return all.filter(({ plan, task }) => tasks.some(one => one.plan === plan.uid && one.uid === task.uid));
}

/** All of them are chosen beforehand. */
async function pickRepairs(
  { engine: { say }, store }: Loaded,
  all: readonly LinkRepair[],
): Promise<readonly LinkRepair[]> {
  const histories = store.snapshot.repos.map(({ history }) => history);
  const items = all.map(repair => ({
    label: `${repair.task.id} ${repair.task.title}`,
    detail: repair.moved
      .map(({ link, foundAs = '' }) => {
        const commit = histories.map(history => history?.commits.get(foundAs)).find(Boolean);
        return `${link.hash.slice(0, 8)} → ${foundAs.slice(0, 8)} ${commit?.message.split('\n', 1)[0] ?? ''}`;
      })
      .join(', '),
    picked: true,
    repair,
  }));
  const title = say({ code: 'ui.update-links-title', args: [] });
  return (await pickMany(items, { title })).map(({ repair }) => repair);
}
