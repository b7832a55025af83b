import * as l10n from '@vscode/l10n';
import { formatDay } from './days';
import { ruleName } from './findingRules';

/** Sentences of the Risks tab. */
export const riskSentences = {
  // Heat map
  'risks.map': () => l10n.t('Heat map'),
  'risks.map-hint': () => l10n.t('open risks'),
  'risks.cell': (probability: number, impact: number, band: string) =>
    l10n.t('Probability {0}, impact {1}, {2}', probability, impact, band),
  'risks.cell-none': () => l10n.t('no risk'),
  'risks.cell-count': (count: number) => (count === 1 ? l10n.t('1 risk') : l10n.t('{0} risks', count)),
  'risks.cell-left': (count: number) =>
    count === 1 ? l10n.t('1 risk has left') : l10n.t('{0} risks have left', count),
  'risks.more': (count: number) => l10n.t('{0} more', count),
  'risks.was-at': (probability: number, impact: number) =>
    l10n.t('was at probability {0} × impact {1}', probability, impact),
  'risks.now-at': (probability: number, impact: number) =>
    l10n.t('now at probability {0} × impact {1}', probability, impact),
  'risks.came-new': () => l10n.t('new on the map'),
  'risks.gone': () => l10n.t('gone from the register'),
  'risks.unscored': () => l10n.t('Not on the map, since probability or impact is missing:'),
  'risks.key-since': (day: string) => l10n.t('Since {0}:', formatDay(day)),
  'risks.key-up': () => l10n.t('risen'),
  'risks.key-new': () => l10n.t('new'),
  'risks.key-down': () => l10n.t('fallen'),
  'risks.key-left': () => l10n.t('left this cell'),
  'risks.none-in-cell': () => l10n.t('No risk in this cell of the map.'),
  'risks.only': (probability: number, impact: number) =>
    l10n.t('Only probability {0} × impact {1}', probability, impact),
  'risks.show-all': () => l10n.t('Show all'),

  // Movement
  'risks.moves': () => l10n.t('What changed'),
  'risks.no-moves': (days: number) => l10n.t('No risk has changed in the last {0} days.', days),
  'risks.move-new': () => l10n.t('new'),
  'risks.move-up': () => l10n.t('risen'),
  'risks.move-down': () => l10n.t('fallen'),
  'risks.move-open': () => l10n.t('changed'),
  'risks.move-occurred': () => l10n.t('occurred'),
  'risks.move-settled': () => l10n.t('settled'),

  // Trend
  'risks.trend': () => l10n.t('Open risks over time'),
  'risks.trend-hint': () => l10n.t('by severity, as committed'),
  'risks.trend-text': (from: string, first: number, last: number) =>
    l10n.t('Risks: {1} on {0}, {2} today.', formatDay(from), first, last),
  'risks.trend-short': (days: number) =>
    days === 0
      ? l10n.t('Not enough history: no risk has been committed yet.')
      : l10n.t('Not enough history: the register has changed on one day only, and a trend needs two.'),

  // Register
  'risks.copy-left': (count: number) =>
    count === 1
      ? l10n.t('The copy leaves out the last risk.')
      : l10n.t('The copy leaves out the last {0} risks.', count),
  'risks.copy-example': (file: string) => l10n.t('Copy the text of {0}', file),
  'risks.first': () => l10n.t('Add the first risk as a file:'),

  // Findings
  'risks.dismiss': () =>
    l10n.t(
      'A finding that does not apply can be dismissed with a reason. To do it by hand, copy its line into the front matter of the file that the button names. If the file has "dismissed:" already, add the entry to that list.',
    ),
  'risks.dismiss-finding': (item: string) => l10n.t('Dismiss this finding about {0}…', item),
  'risks.copy-dismissal': (line: string, file: string) => l10n.t('Copy {0} for {1}', line, file),
  'risks.rule': ruleName,
};
