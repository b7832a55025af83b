import * as l10n from '@vscode/l10n';
import { renumber } from '../../verbs/renumber';
import { say } from '../../words/say';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { openSession } from '../session';
import { editLines, writingTo } from '../writer';

/** Gives an item another id, wherever its plan names it. */
export const renumberCommand: CliCommand = {
  name: 'renumber',
  arguments: ['ID', '[NEWID]'],
  options: ['dry-run'],
  help: () => l10n.t('give a task or a risk another id, in all files of its plan'),
  async run({ root, today, dryRun, args: [item = '', id] }) {
    const { store } = await openSession(root, today);
    const renumbered = valueOf(await renumber(writingTo(store, dryRun), { item, id }));
    return done([...editLines(renumbered), ...(dryRun ? [say({ code: 'cli.dry-run', args: [] })] : [])]);
  },
};
