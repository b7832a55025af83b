import * as l10n from '@vscode/l10n';
import type { ForecastMessages } from '../core/insight/forecast/forecastResult';
import type { Sentences } from './sentences';

/** The assumptions of a forecast, or why there is none. */
export const forecastSentences: Sentences<ForecastMessages> = {
  'no-git': () => l10n.t('No forecast: there is no history from git'),
  'no-history': () => l10n.t('No forecast: the plan has not been committed yet'),
  'few-weeks': (weeks, needed) =>
    l10n.t('Not enough history: {1} full weeks without holidays are needed, {0} found', weeks, needed),
  'few-done': (done, needed) =>
    l10n.t(
      'Not enough history: {1} finished tasks are needed, {0} found in the last full weeks',
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
          '1 earlier version of a plan file is too large or not in this clone, so its changes do not count',
        )
      : l10n.t(
          '{0} earlier versions of plan files are too large or not in this clone, so their changes do not count',
          count,
        ),
  'nothing-open': () => l10n.t('No open tasks'),
  'scope-grows': () => l10n.t('Tasks are added as fast as they are done: no end within two years'),
  'from-weeks': (weeks, done, added) =>
    added < 0
      ? l10n.t('Simulated from the last {0} full weeks: {1} tasks done, {2} dropped', weeks, done, -added)
      : l10n.t('Simulated from the last {0} full weeks: {1} tasks done, {2} added', weeks, done, added),
  'due-order': () =>
    l10n.t('Assumed order: milestones by due date, milestones without one, tasks without a milestone'),
  'from-network': (estimated, open) =>
    l10n.t('Simulated from the schedule; open tasks with an estimate: {0} of {1}', estimated, open),
  'from-ratios': tasks =>
    l10n.t('Allows for how long {0} finished tasks took against their estimates', tasks),
  'best-case': () =>
    l10n.t('Earliest date only: part of this is blocked with no end date, or depends on itself'),
};
