import { t } from '@vscode/l10n';

/** Labels, descriptions and tooltips of trees, status bar and command line. The types follow from it. */
export const uiSentences = {
  'ui.done-of': (done: number, total: number) => t('{0} of {1} done', done, total),
};

export type UiMessages = { [K in keyof typeof uiSentences]: Parameters<(typeof uiSentences)[K]> };
