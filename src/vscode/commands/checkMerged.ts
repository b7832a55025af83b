import * as vscode from 'vscode';
import type { Text } from '../../words/text';
import { inform, pickRows } from '../ask';
import type { Loaded } from '../session';
import { valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { subjectsOfKind, type SubjectOf } from './subjects';

/** Compares the changes of branches with those of the default branch, which finds squash merges, and tells. */
export function checkMerged({ session }: CommandContext): Command {
  return {
    id: COMMANDS.checkMerged,
    async execute(...args) {
      const loaded = await session.load();
      const given = subjectsOfKind(args, 'branch');
      for (const branch of given.length > 0 ? given : await pickBranches(loaded)) {
        const title = loaded.engine.say({ code: 'ui.check-merged-title', args: [] });
        const answer = await vscode.window.withProgress(
          { location: vscode.ProgressLocation.Window, title },
          () => ask(loaded, branch),
        );
        inform(loaded.engine.say(answer));
      }
    },
  };
}

async function ask({ engine, store }: Loaded, { plan, branch }: SubjectOf<'branch'>): Promise<Text> {
  const { merged, commits, newest, base } = valueOf(await engine.merged({ store }, { plan, branch }));
  const [first = '', ...others] = commits;
  if (!merged) {
    return { code: 'ui.branch-not-merged', args: [branch, base] };
  }
  if (commits.length === 0) {
    return { code: 'ui.branch-is-merged', args: [branch] };
  }
  const [subject = ''] = newest?.message.split('\n', 1) ?? [];
  return others.length === 0
    ? { code: 'ui.branch-is-merged-as', args: [branch, first.slice(0, 8), subject] }
    : { code: 'ui.branch-is-rebased', args: [branch, commits.length] };
}

/** From the palette: branches of tasks that do not count as merged. */
async function pickBranches({ engine, store }: Loaded): Promise<readonly SubjectOf<'branch'>[]> {
  const { say } = engine;
  const rows = engine.openBranchPicks(store.snapshot);
  if (rows.length === 0) {
    inform(say({ code: 'ui.no-open-branches', args: [] }));
    return [];
  }
  return pickRows(rows, say, { title: say({ code: 'ui.check-merged-title', args: [] }) });
}
