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
  'link-moved': links =>
    links === 1
      ? l10n.t('A linked commit was rewritten, and the link names its old hash')
      : l10n.t('{0} linked commits were rewritten, and the links name their old hashes', links),
  'link-lost': (links, hash) =>
    links === 1
      ? l10n.t('The linked commit {0} is not in this repository', hash.slice(0, 8))
      : l10n.t('{0} linked commits are not in this repository', links),
  'link-off-branch': (links, hash) =>
    links === 1
      ? l10n.t('The linked commit {0} is on no current branch', hash.slice(0, 8))
      : l10n.t('{0} linked commits are on no current branch', links),
};
