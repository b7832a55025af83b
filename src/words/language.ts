import * as l10n from '@vscode/l10n';
import { formatDay } from './days';

/** What is said in plan files: lenses above items and the titles of quick fixes. */
export const languageSentences = {
  'ui.scheduled-end': (day: string) => l10n.t('scheduled to end on {0}', formatDay(day)),
  'ui.fix-replace': (value: string) => l10n.t('Change to {0}', value),
  'ui.fix-key': (key: string) => l10n.t('Change the field name to {0}', key),
  'ui.fix-quote': () => l10n.t('Put the value in quotes'),
  'ui.fix-give-id': () => l10n.t('Give this item the next free id'),
  'ui.fix-cut': (id: string, other: string) => l10n.t('{0} no longer starts after {1}', id, other),
  'ui.fix-box': (mark: string) => l10n.t('Change the box to [{0}], as the file of the task says', mark),
  'ui.trailer-added': (line: string) => l10n.t('Added "{0}" to the commit message.', line),
  'ui.trailer-there': (line: string) => l10n.t('The commit message already has "{0}".', line),
  'ui.trailer-no-box': () =>
    l10n.t(
      'There is no commit message box, because the Git extension of VS Code is off or does not know this repository.',
    ),
  'ui.trailer-pick': () => l10n.t('Which task is this commit about?'),
  'ui.rename-only-ids': () => l10n.t('There is no task or risk id here that can be renamed.'),
};

/** The codes of these sentences, with their arguments. */
export type LanguageMessages = {
  [K in keyof typeof languageSentences]: Parameters<(typeof languageSentences)[K]>;
};
