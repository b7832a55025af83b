import * as l10n from '@vscode/l10n';
import { baselineJson } from '../../present/json/baselineJson';
import { baselineTable } from '../../present/tables/baselineTable';
import { eachPlan } from '../../present/tables/eachPlan';
import { baseline } from '../../verbs/baseline';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openWithGit } from '../session';
import { warnOfUnread } from '../warn';

/** Prints what became of the plans since a ref, a tag or a day. */
export const baselineCommand: CliCommand = {
  name: 'baseline',
  arguments: ['REF|YYYY-MM-DD'],
  options: ['json'],
  help: () => l10n.t('what became of the plan since then'),
  async run({ root: folder, today, json, args: [revision = ''] }) {
    const { root, store } = await openWithGit(folder, today);
    const baselines = valueOf(await baseline({ store }, { revision }));
    warnOfUnread(baselines.flatMap(({ unread }) => unread));
    return done(json ? jsonLines(baselineJson(root, baselines)) : eachPlan(baselines, baselineTable));
  },
};
