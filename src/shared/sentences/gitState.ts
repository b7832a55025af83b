import * as l10n from '@vscode/l10n';
import type { GitMessages, PlanReadMessages } from '../../core/snapshot';
import type { Sentences } from './say';

/** Why git, or a folder, said nothing. */
export const gitSentences: Sentences<GitMessages & PlanReadMessages> = {
  'git-missing': () => l10n.t('Git was not found. Install it, or name it in the setting git.path.'),
  'git-untrusted': () => l10n.t('Git is not used in Restricted Mode. Trust this workspace to see commits.'),
  'git-not-repository': () => l10n.t('This folder is not in a git repository, so no commits can be shown.'),
  'git-virtual': () =>
    l10n.t(
      'The files of this folder are not on this machine, so git cannot be asked and no commits can be shown.',
    ),
  'git-unsafe-directory': () =>
    l10n.t(
      'Git does not trust the owner of this folder. Run: git config --global --add safe.directory <folder>',
    ),
  'git-unborn': () => l10n.t('This repository has no commits yet.'),
  'git-failed': (command, detail) => l10n.t('git {0} failed: {1}', command, detail),
  'git-timeout': command => l10n.t('git {0} took too long and was stopped.', command),
  'git-no-default-branch': () =>
    l10n.t('The default branch could not be found. Name it as branch: in project.md.'),
  'git-unknown-revision': revision => l10n.t('There is no commit {0} in this repository.', revision),
  'root-unreadable': detail => l10n.t('This folder could not be read: {0}', detail),
};
