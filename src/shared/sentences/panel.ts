import { t } from '@vscode/l10n';

/** Everything the progress panel says beyond what trees say. The types follow from it. */
export const panelSentences = {
  'panel.overview': () => t('Overview'),
};

export type PanelMessages = { [K in keyof typeof panelSentences]: Parameters<(typeof panelSentences)[K]> };
