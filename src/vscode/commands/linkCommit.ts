import { remark } from '../ask';
import type { Loaded } from '../session';
import { writingIn } from '../edits/editorWriter';
import { valueOf, type Command, type CommandContext } from './command';
import { editorCommit } from './editorCommit';
import { COMMANDS } from './ids';
import { pickCommits } from './pickCommits';
import { pickTask } from './pickTask';
import { subjectsOfKind, type SubjectOf } from './subjects';

/** Links commits to a task by hand: those of a tree, of the active diff editor, or picked ones. */
export function linkCommit({ session }: CommandContext): Command {
  return {
    id: COMMANDS.linkCommit,
    async execute(...args) {
      const loaded = await session.load();
      const commits = await commitsFor(loaded, args);
      const [first] = commits;
      if (!first) {
        return;
      }
      const { say } = loaded.engine;
      const title = say({ code: 'ui.link-count', args: [commits.length, first.hash.slice(0, 8)] });
      const task = await pickTask(loaded, title, { repo: first.repo });
      if (!task) {
        return;
      }
      const wish = { task, commits: commits.map(({ hash }) => hash) };
      const [changed] = valueOf(await loaded.engine.link(writingIn(loaded), [wish]));
      remark(say({ code: 'ui.linked', args: [commits.length, changed?.items[0]?.id ?? ''] }));
    },
  };
}

async function commitsFor(loaded: Loaded, args: readonly unknown[]): Promise<readonly SubjectOf<'commit'>[]> {
  const given = subjectsOfKind(args, 'commit');
  if (given.length > 0) {
    return given;
  }
  const shown = editorCommit(loaded, args);
  return shown ? [shown] : pickCommits(loaded, { many: true });
}
