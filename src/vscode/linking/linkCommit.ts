import type { SubjectOf } from '../../present/row';
import { likelyOf } from '../../verbs/likely';
import { link } from '../../verbs/link';
import { settleCommits } from '../../verbs/settleCommits';
import type { Text } from '../../words/text';
import { editorCommit } from './editorCommit';
import type { Kit, LaterCommand } from './kit';
import { pickCommits } from './pickCommits';

/** Links commits to a task by hand: those of a tree, of the active diff editor, or picked ones. */
export const linkCommit: LaterCommand = async (kit, args) => {
  const { store } = kit;
  const commits = await commitsFor(kit, args);
  const [first] = commits;
  if (first) {
    const { repo } = first;
    const title = kit.say({ code: 'ui.link-count', args: [commits.length, first.hash.slice(0, 8)] });
    const likely = likelyOf({ store }, { repo, commits: commits.map(({ hash }) => hash) });
    await linkTo(kit, await kit.pickTask(title, { repo, likely }), commits);
  }
};

/** Links commits to a task: the other way round, from the task. */
export const linkCommits: LaterCommand = async (kit, args) => {
  const [given] = kit.subjectsOfKind(args, 'task');
  const title = kit.say({ code: 'ui.link-commits-title', args: [''] });
  const task = given ?? (await kit.pickTask(title));
  if (task) {
    await linkTo(kit, task, await pickCommits(kit, { many: true, task }));
  }
};

/** Says in the project file of the plan that commits need no task. */
export const noTask: LaterCommand = async (kit, args) => {
  const commits = await commitsFor(kit, args);
  const [first] = commits;
  if (first) {
    const choices = new Map(commits.map(({ hash }) => [hash, 'none'] as const));
    const { excused } = kit.valueOf(await settleCommits(kit.writing, { plan: first.plan, choices }));
    kit.tell({ code: 'ui.walked', args: [0, excused] }, excused);
  }
};

/** One edit for all of them. */
async function linkTo(
  kit: Kit,
  task: SubjectOf<'task'> | undefined,
  commits: readonly SubjectOf<'commit'>[],
): Promise<void> {
  if (task && commits.length > 0) {
    const wish = { task, commits: commits.map(({ hash }) => hash) };
    const [changed] = kit.valueOf(await link(kit.writing, [wish]));
    const text: Text = { code: 'ui.linked', args: [commits.length, changed?.items[0]?.id ?? ''] };
    kit.tell(text, commits.length);
  }
}

async function commitsFor(kit: Kit, args: readonly unknown[]): Promise<readonly SubjectOf<'commit'>[]> {
  const given = kit.subjectsOfKind(args, 'commit');
  if (given.length > 0) {
    return given;
  }
  const shown = editorCommit(kit, args);
  return shown ? [shown] : pickCommits(kit, { many: true });
}
