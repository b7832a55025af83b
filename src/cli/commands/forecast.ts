import * as l10n from '@vscode/l10n';
import { forecastJson } from '../../present/json/insightJson';
import { eachNamedPlan } from '../../present/tables/eachPlan';
import { forecastTable } from '../../present/tables/insightTables';
import { forecast } from '../../verbs/forecast';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openWithGit } from '../session';

/** Prints when milestones are done, and how such forecasts turned out in the past when that is asked for. */
export const forecastCommand: CliCommand = {
  name: 'forecast',
  arguments: [],
  options: ['backtest', 'json'],
  help: () => l10n.t('when milestones are done, and how likely'),
  async run({ root: folder, today, json, backtest }) {
    const { root, store } = await openWithGit(folder, today);
    const plans = valueOf(await forecast({ store }, { backtest }));
    return done(json ? jsonLines(forecastJson(root, plans)) : eachNamedPlan(plans, forecastTable));
  },
};
