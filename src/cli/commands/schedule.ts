import * as l10n from '@vscode/l10n';
import { scheduleJson } from '../../present/json/insightJson';
import { eachNamedPlan } from '../../present/tables/eachPlan';
import { scheduleTable } from '../../present/tables/insightTables';
import { schedule } from '../../verbs/schedule';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openWithGit } from '../session';

/** Prints dates and floats of the open tasks. */
export const scheduleCommand: CliCommand = {
  name: 'schedule',
  arguments: [],
  options: ['json'],
  help: () => l10n.t('dates, floats and the critical path of open work'),
  async run({ root: folder, today, json }) {
    const { root, store } = await openWithGit(folder, today);
    const plans = valueOf(await schedule({ store }));
    return done(json ? jsonLines(scheduleJson(root, plans)) : eachNamedPlan(plans, scheduleTable));
  },
};
