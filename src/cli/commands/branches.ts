import * as l10n from '@vscode/l10n';
import { branchesJson } from '../../present/json/branchesJson';
import { branchTable } from '../../present/tables/branchTable';
import { branches } from '../../verbs/branches';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openSession } from '../session';
import { warnOfGit } from '../warn';

/** Prints the branches of tasks. */
export const branchesCommand: CliCommand = {
  name: 'branches',
  arguments: [],
  options: ['json'],
  help: () => l10n.t('branches of tasks, and whether they were merged'),
  async run({ root, today, json }) {
    const session = await openSession(root, today);
    const states = valueOf(await branches(session));
    warnOfGit(session.store.snapshot);
    return done(json ? jsonLines(branchesJson(states)) : branchTable(states));
  },
};
