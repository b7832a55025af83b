import * as l10n from '@vscode/l10n';
import {
  commitPlan,
  uncommittedPlans,
  type CommittedPlans,
  type UncommittedPlans,
} from '../../verbs/commitPlan';
import { say } from '../../words/say';
import { done, type CliCommand } from '../command';
import { Failure, valueOf } from '../failure';
import { openWithGit } from '../session';
import { warn } from '../warn';

/** Commits the plan files that have been changed, and nothing else. */
export const commitPlanCommand: CliCommand = {
  name: 'commit-plan',
  arguments: ['[MESSAGE]'],
  options: ['new-branch', 'dry-run'],
  help: () =>
    l10n.t('commit the changed plan files alone (--new-branch: on a branch off the default branch)'),
  async run({ root, today, dryRun, newBranch, args: [message] }) {
    const { store } = await openWithGit(root, today);
    const found = valueOf(await uncommittedPlans({ store }));
    for (const { path, partlyStaged } of found.flatMap(({ files }) => files)) {
      if (partlyStaged) {
        warn({ code: 'cli.partly-staged', args: [path] });
      }
    }
    if (dryRun) {
      return done(wouldCommit(found));
    }
    const wish = { message: message ?? say({ code: 'ui.commit-message', args: [] }), onNewBranch: newBranch };
    const committed = valueOf(await commitPlan({ store }, wish));
    return done(
      committed.length === 0
        ? [say({ code: 'ui.nothing-to-commit', args: [] })]
        : committed.flatMap(committedLines),
    );
  },
};

/** @throws Failure when nothing could be committed */
function wouldCommit(found: readonly UncommittedPlans[]): string[] {
  for (const { unfinished } of found) {
    if (unfinished) {
      throw new Failure({ code: 'ui.commit-unfinished', args: [unfinished] });
    }
  }
  const lines = found
    .flatMap(({ files }) => files)
    .map(({ path, state }) => say({ code: `ui.file-${state}`, args: [path] }));
  const none = say({ code: 'ui.nothing-to-commit', args: [] });
  return [...(lines.length > 0 ? lines : [none]), say({ code: 'cli.dry-run', args: [] })];
}

/** @throws Failure when the commit was not made */
function committedLines({ commit }: CommittedPlans): string[] {
  switch (commit.kind) {
    case 'committed': {
      const { hash, branch, output } = commit;
      const short = hash.slice(0, 8);
      const text =
        branch === undefined
          ? say({ code: 'ui.plan-committed', args: [short] })
          : say({ code: 'ui.plan-committed-on', args: [short, branch] });
      return [text, ...output.split('\n').filter(line => line !== '')];
    }
    case 'refused':
      throw new Failure({ code: 'ui.commit-refused', args: [commit.output] });
    case 'conflict':
      throw new Failure({ code: 'ui.commit-conflict', args: [commit.paths.join(', ')] });
    case 'same':
      return [say({ code: 'ui.commit-same', args: [] })];
    case 'unfinished':
      throw new Failure({ code: 'ui.commit-unfinished', args: [commit.what] });
  }
}
