import * as l10n from '@vscode/l10n';
import type { Health, HealthMessages } from '../../core/insight/health/health';
import { formatDay } from '../days';
import type { Sentences } from './sentences';

/** Why a milestone stands as it does. */
export const healthSentences: Sentences<HealthMessages> = {
  'health-status': status =>
    status === 'done' ? l10n.t('Its file says it is done') : l10n.t('Its file says it is dropped'),
  'health-due-passed': (due, open, tasks) =>
    tasks === 0
      ? l10n.t('Its due date, {0}, has passed, and it is not done', formatDay(due))
      : l10n.t('Its due date, {0}, has passed; open tasks: {1} of {2}', formatDay(due), open, tasks),
  'health-p50-late': (p50, due) => l10n.t('50% sure only by {0}, due {1}', formatDay(p50), formatDay(due)),
  'health-p50-never': due => l10n.t('Less than 50% sure within two years, due {0}', formatDay(due)),
  'health-p85-late': (p85, due) => l10n.t('85% sure only by {0}, due {1}', formatDay(p85), formatDay(due)),
  'health-p85-never': due => l10n.t('Less than 85% sure within two years, due {0}', formatDay(due)),
  'health-finish-late': (finish, due) =>
    l10n.t('The schedule ends it only on {0}, due {1}', formatDay(finish), formatDay(due)),
  'health-finish-never': due =>
    l10n.t('Its people or resources never let it end; it is due {0}', formatDay(due)),
  'health-float-short': (float, wanted) =>
    float === 1
      ? l10n.t('1 working day of float before it is due, less than {0}', wanted)
      : l10n.t('{0} working days of float before it is due, less than {1}', float, wanted),
  'health-float-negative': (missing, due) =>
    missing === 1
      ? l10n.t('Its critical path is 1 working day too long to end by {0}', formatDay(due))
      : l10n.t('Its critical path is {0} working days too long to end by {1}', missing, formatDay(due)),
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
  'health-p85-in-time': (p85, due) => l10n.t('85% sure by {0}, due {1}', formatDay(p85), formatDay(due)),
  'health-finish-in-time': (finish, due) =>
    l10n.t('The schedule ends it on {0}, due {1}', formatDay(finish), formatDay(due)),
  'health-no-due': () => l10n.t('It has no due date'),
  'health-no-dates': () => l10n.t('Neither a forecast nor a schedule says when it ends'),
  'health-assumed': (assumed, open) =>
    l10n.t('Rests on assumptions; open tasks without an estimate: {0} of {1}', assumed, open),
  'health-best-case': () =>
    l10n.t('At best: something of it is blocked without an end, or waits for itself in a circle'),
};

/** How a milestone stands, for people. */
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
