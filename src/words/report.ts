import * as l10n from '@vscode/l10n';
import { formatDay } from './days';
import { healthWord } from './health';
import type { Health } from '../core/insight/health/health';

/** Sentences of the status report that is copied for other people. */
export const reportSentences = {
  'report.title': (plan: string, today: string) => l10n.t('{0}: status on {1}', plan, formatDay(today, '')),
  'report.review': (head: string, base: string) => l10n.t('{0}, compared with {1}', head, base),
  'report.done-of': (done: number, total: number, percent: number) =>
    l10n.t('Tasks done: {0} of {1} ({2}% of the work).', done, total, percent),
  'report.counted': (health: Health, count: number) => l10n.t('{0} {1}', count, healthWord(health)),
  'report.milestones': (counts: string) => l10n.t('Milestones: {0}.', counts),
  'report.differs-owner': (title: string, health: string, declared: string) =>
    l10n.t('{0}: {1} (declared: {2})', title, health, declared),
  'report.differs-figures': (title: string, health: string, computed: string) =>
    l10n.t('{0}: {1} (computed: {2})', title, health, computed),
  'report.stands': (title: string, health: string) => l10n.t('{0}: {1}', title, health),
  'report.due': (due: string) => l10n.t('due {0}', formatDay(due)),
  'report.why': (reasons: string) => l10n.t('Why: {0}', reasons),
  'report.note': (note: string) => l10n.t('Note: {0}', note),
  'report.decisions': (count: number) =>
    count === 1 ? l10n.t('1 decision is needed.') : l10n.t('{0} decisions are needed.', count),
  'report.expected-executives': (p50: string, p85: string) =>
    l10n.t('Even odds by {0}; safe to promise: {1}', formatDay(p50), formatDay(p85)),
  'report.expected-engineers': (p50: string, p85: string) =>
    l10n.t('Expected: P50 {0}, P85 {1}', formatDay(p50), formatDay(p85)),
  'report.expected-half-executives': (p50: string) =>
    l10n.t('Even odds by {0}; no date is safe to promise', formatDay(p50)),
  'report.expected-half-engineers': (p50: string) => l10n.t('Expected: P50 {0}, no P85', formatDay(p50)),
  'report.due-moved': (from: string, to: string) =>
    from === ''
      ? l10n.t('Due date set: {0}', formatDay(to))
      : to === ''
        ? l10n.t('Due date removed: {0}', formatDay(from))
        : l10n.t('Due date moved from {0} to {1}', formatDay(from), formatDay(to)),
  'report.tasks-moved': (tasks: string) => l10n.t('Due dates moved: {0}', tasks),
  'report.moved': (name: string, from: string, to: string) =>
    l10n.t('{0} ({1} → {2})', name, from === '' ? '–' : formatDay(from), to === '' ? '–' : formatDay(to)),
  'report.done-since': (days: number, tasks: string) => l10n.t('Done in the last {0} days: {1}', days, tasks),
  'report.next': (tasks: string) => l10n.t('Next: {0}', tasks),
  'report.blocked': (tasks: string) => l10n.t('Blocked: {0}', tasks),
  'report.blocked-since': (day: string) => l10n.t('since {0}', formatDay(day)),
  'report.decide': (decision: string, by: string) =>
    by === ''
      ? l10n.t('Decision needed: {0}', decision)
      : l10n.t('Decision needed from {1}: {0}', decision, by),
  'report.more': (names: string, count: number) => l10n.t('{0} and {1} more', names, count),
  'report.more-milestones': (count: number) =>
    count === 1 ? l10n.t('1 more milestone is open.') : l10n.t('{0} more milestones are open.', count),
  'report.risks': () => l10n.t('Risks'),
  'report.risk': (title: string, word: string) => l10n.t('{0}: {1}', title, word),
  'report.risk-band': (band: 'severe' | 'high') => (band === 'severe' ? l10n.t('severe') : l10n.t('high')),
  'report.risk-occurred': () => l10n.t('has happened'),
};

/** The codes of these sentences, with their arguments. */
export type ReportMessages = {
  [K in keyof typeof reportSentences]: Parameters<(typeof reportSentences)[K]>;
};
