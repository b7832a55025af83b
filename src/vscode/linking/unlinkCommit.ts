import { linkedCommitPicks } from '../../present/picks/linkPicks';
import type { SubjectOf } from '../../present/row';
import { unlink } from '../../verbs/link';
import { linkedCommits, linkedTasks } from '../../verbs/linkedCommits';
import type { Text } from '../../words/text';
import { editorCommit } from './editorCommit';
import type { Kit, LaterCommand } from './kit';

/** Says that commits do not belong to the tasks they stand under, whatever their messages or branches say. */
export const unlinkCommit: LaterCommand = async (kit, args) => {
  const given = kit.subjectsOfKind(args, 'commit').filter(({ task }) => task !== undefined);
  const pairs = given.length > 0 ? given : await askPair(kit, args);
  const wishes = pairs.flatMap(({ plan, hash, task: uid }) =>
    uid === undefined ? [] : [{ task: { kind: 'task', plan, uid } as const, commits: [hash] }],
  );
  const items = kit.valueOf(await unlink(kit.writing, wishes)).flatMap(changed => changed.items);
  if (items.length > 0) {
    const text: Text = { code: 'ui.unlinked', args: [items.map(({ id }) => id).join(', ')] };
    kit.tell(text, wishes.length);
  }
};

/** From the palette: a task with commits first, unless a commit is on show, then the commit. */
async function askPair(kit: Kit, args: readonly unknown[]): Promise<readonly SubjectOf<'commit'>[]> {
  const { say, store } = kit;
  const shown = editorCommit(kit, args);
  const among = linkedTasks({ store }, { commit: shown?.hash });
  const title = say({ code: 'ui.unlink-title', args: [] });
  const task = await kit.pickTask(title, { among });
  if (!task) {
    return [];
  }
  const { plan, uid } = task;
  if (shown) {
    return [{ ...shown, plan, task: uid }];
  }
  const rows = linkedCommitPicks(linkedCommits({ store }, { plan, task: uid }));
  return (await kit.pickRows(rows, say, { title })).map(({ repo, link }) => ({
    kind: 'commit',
    plan,
    repo,
    hash: link.commit,
    task: uid,
  }));
}
