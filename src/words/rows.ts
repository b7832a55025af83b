import * as l10n from '@vscode/l10n';
import type { RiskBand } from '../core/insight/risks/band';
import { formatNearDay } from './days';
import { manyFindings } from './manyFindings';
import { shortReason } from './shortReasons';

/**
 * Sentences of rows that have to be read in a narrow side bar. Days are ISO dates, passed together with today;
 * numbers of days are calendar days where nothing else is said.
 */
export const rowSentences = {
  'ui.days-late': (days: number) => l10n.t('{0} d late', days),
  'ui.due-to': (due: string, date: string, today: string) =>
    l10n.t('{0} → {1}', formatNearDay(due, today), formatNearDay(date, today)),
  'ui.due-to-safe': (due: string, date: string, today: string) =>
    l10n.t('{0} → {1} (85%)', formatNearDay(due, today), formatNearDay(date, today)),
  'ui.due-to-never': (due: string, today: string) =>
    l10n.t('{0} → no date in sight', formatNearDay(due, today)),
  'ui.due-to-never-safe': (due: string, today: string) =>
    l10n.t('{0} → no safe date', formatNearDay(due, today)),
  'ui.late-to': (days: number, date: string, today: string) =>
    l10n.t('{0} d late → {1}', days, formatNearDay(date, today)),
  'ui.late-to-never': (days: number) => l10n.t('{0} d late → no date in sight', days),
  'ui.count-of': (done: number, total: number) => l10n.t('{0}/{1}', done, total),
  'ui.planning': () => l10n.t('Planning'),
  'ui.over': () => l10n.t('Done'),
  'ui.severity': severityWord,
  'ui.band': (band: RiskBand, score: number) => l10n.t('{0} {1}', score, severityWord(band)),
  'ui.short-reason': shortReason,
  'ui.many-findings': manyFindings,
};

function severityWord(band: RiskBand): string {
  switch (band) {
    case 'low':
      return l10n.t('low');
    case 'moderate':
      return l10n.t('moderate');
    case 'high':
      return l10n.t('high');
    case 'severe':
      return l10n.t('severe');
  }
}
