import * as l10n from '@vscode/l10n';
import { set } from '../../verbs/set';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { readChange } from '../readChange';
import { openSession } from '../session';
import { writingTo, writtenLines } from '../writer';

/** Changes fields of an item. */
export const setCommand: CliCommand = {
  name: 'set',
  arguments: ['ID', 'FIELD=VALUE…'],
  options: ['dry-run'],
  help: () => l10n.t('change fields of an item (empty value: remove)'),
  async run({ root, today, dryRun, args: [item = '', ...fields] }) {
    const changes = fields.map(readChange);
    const { store } = await openSession(root, today);
    const written = valueOf(await set(writingTo(store, dryRun), [{ item, changes }]));
    return done(writtenLines(written, dryRun));
  },
};
