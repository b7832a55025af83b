import * as l10n from '@vscode/l10n';
import { say } from '../../words/say';
import { relink } from '../../verbs/relink';
import type { CliCommand } from '../command';
import { Failure, valueOf } from '../failure';
import { openSession } from '../session';
import { warn } from '../warn';
import { diskWriter, writtenLines } from '../writer';

/** Brings links to rewritten commits up to date: of some tasks, or of all. */
export const relinkCommand: CliCommand = {
  name: 'relink',
  arguments: ['[ID…]'],
  options: ['dry-run'],
  help: () => l10n.t('update links to commits that were rewritten'),
  async run({ root, today, dryRun, args: tasks }) {
    const { store } = await openSession(root, today);
    const { written, problem } = valueOf(await relink({ store, write: diskWriter(dryRun) }, { tasks }));
    if (problem && written.length === 0) {
      throw new Failure(problem);
    }
    if (problem) {
      warn(problem);
    }
    const lines = written.flatMap(one => writtenLines(one, dryRun));
    return {
      lines: lines.length > 0 ? lines : [say({ code: 'cli.no-relink', args: [] })],
      exitCode: problem ? 1 : 0,
    };
  },
};
