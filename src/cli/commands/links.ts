import * as l10n from '@vscode/l10n';
import { linksJson } from '../../present/json/linksJson';
import { linkTable } from '../../present/tables/linkTable';
import { links } from '../../verbs/links';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openSession } from '../session';
import { warnOfGit } from '../warn';

/** Prints commits and the tasks they belong to. */
export const linksCommand: CliCommand = {
  name: 'links',
  arguments: [],
  options: ['json'],
  help: () => l10n.t('commits and the tasks they belong to, and why'),
  async run({ root, today, json }) {
    const snapshot = valueOf(links(await openSession(root, today)));
    warnOfGit(snapshot);
    return done(json ? jsonLines(linksJson(snapshot)) : linkTable(snapshot));
  },
};
