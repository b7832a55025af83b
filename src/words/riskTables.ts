import * as l10n from '@vscode/l10n';

/** Words of the heat map and of the register: the panel shows them, and the host exports them. */
export const riskTables = {
  'heat.probability': () => l10n.t('Probability'),
  'heat.impact': () => l10n.t('Impact'),
  'heat.probability-1': () => l10n.t('up to 10%'),
  'heat.probability-2': () => l10n.t('up to 30%'),
  'heat.probability-3': () => l10n.t('up to 50%'),
  'heat.probability-4': () => l10n.t('up to 70%'),
  'heat.probability-5': () => l10n.t('over 70%'),
  'heat.impact-1': () => l10n.t('minimal'),
  'heat.impact-2': () => l10n.t('minor'),
  'heat.impact-3': () => l10n.t('medium'),
  'heat.impact-4': () => l10n.t('major'),
  'heat.impact-5': () => l10n.t('critical'),

  'register.risk': () => l10n.t('Risk'),
  'register.score': () => l10n.t('Score'),
  'register.band': () => l10n.t('Band'),
};
