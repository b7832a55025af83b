import * as l10n from '@vscode/l10n';
import { link, unlink } from '../../verbs/link';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { openSession } from '../session';
import { writingTo, writtenLines } from '../writer';

/** Links commits to a task. */
export const linkCommand = command('link', link, () => l10n.t('link commits to a task'));

/** Says that commits do not belong to a task. */
export const unlinkCommand = command('unlink', unlink, () =>
  l10n.t('say that commits do not belong to a task'),
);

function command(name: string, verb: typeof link, help: () => string): CliCommand {
  return {
    name,
    arguments: ['ID', 'COMMIT…'],
    options: ['dry-run'],
    help,
    async run({ root, today, dryRun, args: [task = '', ...commits] }) {
      const { store } = await openSession(root, today);
      const written = valueOf(await verb(writingTo(store, dryRun), [{ task, commits }]));
      return done(writtenLines(written, dryRun));
    },
  };
}
