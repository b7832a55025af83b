import * as l10n from '@vscode/l10n';
import { say } from '../../words/say';
import { relink } from '../../verbs/relink';
import type { CliCommand } from '../command';
import { Failure, valueOf } from '../failure';
import { openSession } from '../session';
import { warn } from '../warn';
import { writingTo, writtenLines } from '../writer';

/** Brings links to rewritten commits up to date: of some tasks, or of all. */
export const relinkCommand: CliCommand = {
  name: 'relink',
  arguments: ['[ID…]'],
  options: ['dry-run'],
  help: () => l10n.t('update links to commits that were rewritten'),
  async run({ root, today, dryRun, args: tasks }) {
    const { store } = await openSession(root, today);
    const { changed, problem } = valueOf(await relink(writingTo(store, dryRun), { tasks }));
    if (problem && changed.length === 0) {
      throw new Failure(problem);
    }
    if (problem) {
      warn(problem);
    }
    const lines = writtenLines(changed, dryRun);
    return {
      lines: lines.length > 0 ? lines : [say({ code: 'cli.no-relink', args: [] })],
      exitCode: problem ? 1 : 0,
    };
  },
};
