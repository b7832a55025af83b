import * as l10n from '@vscode/l10n';
import type { LikelyMessages } from '../core/evidence/likely/likelyTasks';
import type { Sentences } from './sentences';

/** Why a commit may belong to a task. */
export const likelySentences: Sentences<LikelyMessages> = {
  'likely-files': commits =>
    commits === 1
      ? l10n.t('Same files as 1 of its commits')
      : l10n.t('Same files as {0} of its commits', commits),
  'likely-words': words => l10n.t('Same words: {0}', words),
  'likely-neighbours': commits =>
    commits === 1
      ? l10n.t('Next to 1 of its commits on the branch')
      : l10n.t('Next to {0} of its commits on the branch', commits),
  'likely-assignee': name => l10n.t('Assigned to {0}, who made the commit', name),
  'likely-author': () => l10n.t('Same author as other commits of the task'),
};
