import * as l10n from '@vscode/l10n';
import type { FindingMessages } from '../../core/insight/finding';
import { formatDay } from '../days';
import type { Sentences } from './say';

/** What a TPM should know, and why. */
export const findingSentences: Sentences<FindingMessages> = {
  'open-but-started': (commits, branch) =>
    commits === 1
      ? l10n.t('Not started in the plan, but 1 commit is on {0}', branch)
      : l10n.t('Not started in the plan, but {0} commits are on {1}', commits, branch),
  'looks-finished': (commits, last) =>
    commits === 1
      ? l10n.t('Looks finished: its commit landed on {0}', formatDay(last))
      : l10n.t('Looks finished: all {0} commits have landed, the last one on {1}', commits, formatDay(last)),
  'closed-not-done': (commit, date) =>
    l10n.t('Closed by {0} on {1}, but not done in the plan', commit.slice(0, 8), formatDay(date)),
  'done-but-unmerged': (branch, commits) =>
    commits === 1
      ? l10n.t('Done in the plan, but 1 commit on {0} has not been merged', branch)
      : l10n.t('Done in the plan, but {1} commits on {0} have not been merged', branch, commits),
  'active-but-quiet': days => l10n.t('Active in the plan, but no work commit for {0} working days', days),
  'done-without-evidence': () => l10n.t('Done in the plan, but no commit belongs to it'),
  'work-after-done': (commits, date) =>
    commits === 1
      ? l10n.t('Done on {0}, but a commit came later', formatDay(date))
      : l10n.t('Done on {1}, but {0} commits came later', commits, formatDay(date)),
};
