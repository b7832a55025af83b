import * as l10n from '@vscode/l10n';
import type { EvidenceMessages } from '../core/evidence/link';
import { formatDay } from './days';
import type { Sentences } from './sentences';

/** Why a commit belongs to a task. */
export const evidenceSentences: Sentences<EvidenceMessages> = {
  manual: date =>
    date ? l10n.t('Linked by hand (commit of {0})', formatDay(date)) : l10n.t('Linked by hand'),
  'manual-moved': hash =>
    l10n.t('Linked by hand as {0}, which was rewritten; you can update the link', hash.slice(0, 8)),
  closes: (word, id) => l10n.t('The message says "{0} {1}"', word, id),
  trailer: line => l10n.t('The message has the line "{0}"', line),
  subject: id => l10n.t('The subject names {0}', id),
  'squash-line': line => l10n.t('The squashed commits include "{0}"', line),
  branch: branch => l10n.t('The commit is on the branch {0}', branch),
  merge: branch => l10n.t('The commit was merged with the branch {0}', branch),
  squash: branch => l10n.t('The commit makes the changes of the branch {0}', branch),
  body: id => l10n.t('The message mentions {0}', id),
  file: path => l10n.t('The commit changes {0}', path),
  'cherry-pick': hash => l10n.t('Cherry-picked from {0}, which belongs to the task', hash),
};
