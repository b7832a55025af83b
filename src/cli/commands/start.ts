import * as l10n from '@vscode/l10n';
import { openReader } from '../../app/repositories/openReader';
import { ownPerson } from '../../app/repositories/ownPerson';
import { startable, startWork } from '../../verbs/startWork';
import { say } from '../../words/say';
import { done, type CliCommand } from '../command';
import { Failure, valueOf } from '../failure';
import { openWithGit } from '../session';
import { writingTo, writtenLines } from '../writer';

/** Begins the work on a task: a branch for it, and what the plan says of it. */
export const startCommand: CliCommand = {
  name: 'start',
  arguments: ['ID'],
  options: ['dry-run'],
  help: () => l10n.t('start work on a task: check out a new branch, set it in progress, assign it to you'),
  async run({ root, today, dryRun, args: [item = ''] }) {
    const { store, snapshot } = await openWithGit(root, today);
    const { task, branches, newBranch, checkedOut } = valueOf(startable({ store }, item));
    const [first] = branches;
    if (checkedOut === undefined && first !== undefined) {
      throw new Failure({ code: 'git-has-branch', args: [task.id, first] });
    }
    if (dryRun) {
      const branch = checkedOut ?? newBranch;
      return done([
        say({ code: 'cli.would-start', args: [task.id, branch] }),
        say({ code: 'cli.dry-run', args: [] }),
      ]);
    }
    const person = await ownPerson(snapshot, cwd => openReader({ binary: 'git', cwd }));
    const { branch, changed } = valueOf(await startWork(writingTo(store, false), { item, person }));
    return done([say({ code: 'cli.started', args: [task.id, branch] }), ...writtenLines(changed, false)]);
  },
};
