import * as l10n from '@vscode/l10n';
import type { Health, HealthMessages } from '../core/insight/health/health';
import { formatDay } from './days';
import type { Sentences } from './sentences';

/** Reasons for the health of a milestone. */
export const healthSentences: Sentences<HealthMessages> = {
  'health-status': status =>
    status === 'done' ? l10n.t('Its file says it is done') : l10n.t('Its file says it is dropped'),
  'health-due-passed': (due, open, tasks) =>
    tasks === 0
      ? l10n.t('Its due date, {0}, has passed, and it is not done', formatDay(due))
      : l10n.t('Its due date, {0}, has passed; open tasks: {1} of {2}', formatDay(due), open, tasks),
  'health-p50-late': (p50, due) => l10n.t('Even odds by {0}, but due {1}', formatDay(p50), formatDay(due)),
  'health-p50-never': due => l10n.t('Less than even odds within two years, due {0}', formatDay(due)),
  'health-p85-late': (p85, due) =>
    l10n.t('Safe to promise: {0}, but due {1}', formatDay(p85), formatDay(due)),
  'health-p85-never': due => l10n.t('No date within two years is safe to promise, due {0}', formatDay(due)),
  'health-finish-late': (finish, due) =>
    l10n.t('Scheduled to finish on {0}, but due {1}', formatDay(finish), formatDay(due)),
  'health-finish-never': due =>
    l10n.t('Cannot be scheduled: somebody or something it needs is never available; due {0}', formatDay(due)),
  'health-float-short': (float, wanted) =>
    float === 1
      ? l10n.t('Only 1 working day to spare before it is due; at least {0} needed', wanted)
      : l10n.t('Only {0} working days to spare before it is due; at least {1} needed', float, wanted),
  'health-float-negative': (missing, due) =>
    missing === 1
      ? l10n.t('Its critical path ends 1 working day after it is due on {0}', formatDay(due))
      : l10n.t('Its critical path ends {0} working days after it is due on {1}', missing, formatDay(due)),
  'health-path-blocked': task => l10n.t('{0} on its critical path is blocked', task),
  'health-risk-severe': (risk, score) => l10n.t('Severe risk {0} ({1}) without a response', risk, score),
  'health-risk-occurred': risk => l10n.t('Risk {0} has occurred', risk),
  'health-not-started': tasks =>
    tasks === 0
      ? l10n.t('Planned, without tasks')
      : tasks === 1
        ? l10n.t('Its task has not been started')
        : l10n.t('None of its {0} tasks has been started', tasks),
  'health-all-done': tasks =>
    tasks === 1 ? l10n.t('Its task is done') : l10n.t('All of its {0} tasks are done', tasks),
  'health-p85-in-time': (p85, due) => l10n.t('Safe to promise: {0}, due {1}', formatDay(p85), formatDay(due)),
  'health-finish-in-time': (finish, due) =>
    l10n.t('Scheduled to finish on {0}, due {1}', formatDay(finish), formatDay(due)),
  'health-no-due': () => l10n.t('It has no due date'),
  'health-no-dates': () => l10n.t('No forecast or schedule gives it a finish date'),
  'health-assumed': (assumed, open) =>
    l10n.t('Partly assumed; open tasks without an estimate: {0} of {1}', assumed, open),
  'health-best-case': () =>
    l10n.t('Earliest date only: part of this is blocked with no end date, or depends on itself'),
};

/** Returns the health in words. */
export function healthWord(health: Health): string {
  switch (health) {
    case 'done':
      return l10n.t('done');
    case 'off track':
      return l10n.t('off track');
    case 'at risk':
      return l10n.t('at risk');
    case 'not started':
      return l10n.t('not started');
    case 'on track':
      return l10n.t('on track');
    case 'unknown':
      return l10n.t('unknown');
  }
}
