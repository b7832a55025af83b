import * as l10n from '@vscode/l10n';
import { dismiss } from '../../verbs/dismiss';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { openSession } from '../session';
import { writingTo, writtenLines } from '../writer';

/** Dismisses a finding of an item. */
export const dismissCommand: CliCommand = {
  name: 'dismiss',
  arguments: ['ID', 'FINDING', 'REASON…'],
  options: ['dry-run'],
  help: () => l10n.t('dismiss a finding of an item, with a reason'),
  async run({ root, today, dryRun, args: [item = '', finding = '', ...words] }) {
    const { store } = await openSession(root, today);
    const wishes = [{ item, finding, reason: words.join(' ') }];
    return done(writtenLines(valueOf(await dismiss(writingTo(store, dryRun), wishes)), dryRun));
  },
};
