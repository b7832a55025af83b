import { t } from '@vscode/l10n';

/** What commands ask, offer and say when something did not work. */
export const commandSentences = {
  'ui.show-log': () => t('Show Log'),
};
