import { pickMany, remark } from '../ask';
import type { Loaded } from '../session';
import { writingIn } from '../edits/editorWriter';
import { valueOf, type Command, type CommandContext } from './command';
import { editorCommit } from './editorCommit';
import { COMMANDS } from './ids';
import { pickTasks } from './pickTasks';
import { subjectsOfKind, type SubjectOf } from './subjects';

/** Says that a commit does not belong to a task, whatever its message or branch says. */
export function unlinkCommit({ session }: CommandContext): Command {
  return {
    id: COMMANDS.unlinkCommit,
    async execute(...args) {
      const loaded = await session.load();
      const given = subjectsOfKind(args, 'commit').filter(({ task }) => task !== undefined);
      const pairs = given.length > 0 ? given : await askPair(loaded, args);
      for (const commit of pairs) {
        if (commit.task !== undefined) {
          const task = { kind: 'task', plan: commit.plan, uid: commit.task } as const;
          const wish = { task, commits: [commit.hash] };
          const { item } = valueOf(await loaded.engine.unlink(writingIn(loaded), wish));
          remark(loaded.engine.say({ code: 'ui.unlinked', args: [item.id] }));
        }
      }
    },
  };
}

/** From the palette: a task with commits first, unless a commit is on show, then the commit. */
async function askPair(loaded: Loaded, args: readonly unknown[]): Promise<readonly SubjectOf<'commit'>[]> {
  const { engine, store } = loaded;
  const { plans, repos } = store.snapshot;
  const shown = editorCommit(loaded, args);
  const linked = new Set(
    plans.flatMap(({ plan, evidence }) =>
      plan.tasks
        .filter(({ key }) =>
          shown
            ? evidence?.byCommit.get(shown.hash)?.some(link => link.task === key)
            : evidence?.byTask.has(key),
        )
        .map(({ uid }) => uid),
    ),
  );
  const title = engine.say({ code: 'ui.unlink-title', args: [] });
  const [task] = await pickTasks(loaded, { title, among: linked });
  const facts = plans.find(({ plan }) => plan.uid === task?.plan);
  const key = facts?.plan.tasks.find(({ uid }) => uid === task?.uid)?.key;
  const history = repos.find(({ top }) => top === facts?.repo)?.history;
  if (!task || !facts?.repo || key === undefined || !history) {
    return [];
  }
  const { repo } = facts;
  if (shown) {
    return [{ ...shown, plan: task.plan, task: task.uid }];
  }
  const items = (facts.evidence?.byTask.get(key) ?? []).map(link => ({
    label: history.commits.get(link.commit)?.message.split('\n', 1)[0] ?? link.commit,
    description: link.commit.slice(0, 8),
    detail: engine.say(link.reason),
    commit: link.commit,
  }));
  return (await pickMany(items, { title })).map(({ commit }) => ({
    kind: 'commit',
    plan: task.plan,
    repo,
    hash: commit,
    task: task.uid,
  }));
}
