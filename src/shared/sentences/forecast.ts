import * as l10n from '@vscode/l10n';
import type { ForecastMessages } from '../../core/insight/forecast/forecast';
import type { Sentences } from './sentences';

/** What a forecast rests on, or why there is none. */
export const forecastSentences: Sentences<ForecastMessages> = {
  'no-git': () => l10n.t('No forecast: there is no history from git'),
  'no-history': () => l10n.t('No forecast: the plan is in no commit yet'),
  'few-weeks': (weeks, needed) =>
    l10n.t('Not enough history: {0} of the {1} full weeks without holidays that are needed', weeks, needed),
  'few-done': (done, needed) =>
    l10n.t(
      'Not enough history: the last full weeks show {0} of the {1} finished tasks that are needed',
      done,
      needed,
    ),
  'history-cut': () =>
    l10n.t(
      'This clone holds only part of the history, so older commits are missing. To get them, run: git fetch --unshallow',
    ),
  'versions-unread': count =>
    count === 1
      ? l10n.t(
          '1 earlier version of a plan file is too large or not in this clone, so what changed in it does not count',
        )
      : l10n.t(
          '{0} earlier versions of plan files are too large or not in this clone, so what changed in them does not count',
          count,
        ),
  'nothing-open': () => l10n.t('Nothing is open'),
  'scope-grows': () => l10n.t('Scope grows as fast as work: no end within two years'),
  'from-weeks': (weeks, done, added) =>
    added < 0
      ? l10n.t('Drawn from the last {0} full weeks: {1} tasks done, {2} dropped', weeks, done, -added)
      : l10n.t('Drawn from the last {0} full weeks: {1} tasks done, {2} added', weeks, done, added),
  'due-order': () =>
    l10n.t(
      'Milestones are worked on in the order of their due dates, then those without one; tasks without a milestone come last',
    ),
  'from-network': (estimated, open) =>
    l10n.t('Drawn from the schedule; open tasks with an estimate: {0} of {1}', estimated, open),
  'from-ratios': tasks => l10n.t('Scaled by what {0} finished tasks took against their estimates', tasks),
  'best-case': () =>
    l10n.t('Best case: something is blocked without an end, or waits for itself in a circle'),
};
