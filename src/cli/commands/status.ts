import * as l10n from '@vscode/l10n';
import { statusJson } from '../../present/json/statusJson';
import { eachPlan } from '../../present/tables/eachPlan';
import { statusTable } from '../../present/tables/statusTable';
import { status } from '../../verbs/status';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openWithGit } from '../session';
import { warn } from '../warn';

/** Prints progress, tasks and findings; of the working tree, or of another commit. */
export const statusCommand: CliCommand = {
  name: 'status',
  arguments: [],
  options: ['json', 'ref'],
  help: () => l10n.t('progress, open tasks, findings'),
  async run({ root: folder, today, json, ref }) {
    const { root, store } = await openWithGit(folder, today);
    const { plans, problem } = valueOf(await status({ store }, { ref }));
    if (problem) {
      warn(problem);
    }
    return done(json ? jsonLines(statusJson(root, plans)) : eachPlan(plans, statusTable));
  },
};
