import type { Text } from '../../words/text';
import { pickRows } from '../ask';
import type { Loaded } from '../session';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import { valueOf, type Command, type CommandContext } from './command';
import { editorCommit } from './editorCommit';
import { COMMANDS } from './ids';
import { pickTask } from './pickTask';
import { subjectsOfKind, type SubjectOf } from './subjects';

/** Says that a commit does not belong to a task, whatever its message or branch says. */
export function unlinkCommit({ session }: CommandContext): Command {
  return {
    id: COMMANDS.unlinkCommit,
    async execute(...args) {
      const loaded = await session.load();
      const given = subjectsOfKind(args, 'commit').filter(({ task }) => task !== undefined);
      const pairs = given.length > 0 ? given : await askPair(loaded, args);
      const wishes = pairs.flatMap(({ plan, hash, task: uid }) =>
        uid === undefined ? [] : [{ task: { kind: 'task', plan, uid } as const, commits: [hash] }],
      );
      const writing = writingIn(loaded);
      const items = valueOf(await loaded.engine.unlink(writing, wishes)).flatMap(changed => changed.items);
      if (items.length > 0) {
        const text: Text = { code: 'ui.unlinked', args: [items.map(({ id }) => id).join(', ')] };
        tellGesture(loaded, writing.gesture, text, items.length);
      }
    },
  };
}

/** From the palette: a task with commits first, unless a commit is on show, then the commit. */
async function askPair(loaded: Loaded, args: readonly unknown[]): Promise<readonly SubjectOf<'commit'>[]> {
  const { engine, store } = loaded;
  const { say } = engine;
  const shown = editorCommit(loaded, args);
  const among = engine.linkedTasks({ store }, { commit: shown?.hash });
  const title = say({ code: 'ui.unlink-title', args: [] });
  const task = await pickTask(loaded, title, { among });
  if (!task) {
    return [];
  }
  const { plan, uid } = task;
  if (shown) {
    return [{ ...shown, plan, task: uid }];
  }
  const rows = engine.linkedCommitPicks(engine.linkedCommits({ store }, { plan, task: uid }));
  return (await pickRows(rows, say, { title })).map(({ repo, link }) => ({
    kind: 'commit',
    plan,
    repo,
    hash: link.commit,
    task: uid,
  }));
}
