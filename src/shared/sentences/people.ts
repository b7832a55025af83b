import * as l10n from '@vscode/l10n';
import { formatNearDay } from '../days';

const span = (from: string, to: string, today: string): string =>
  from === to
    ? formatNearDay(from, today)
    : l10n.t('{0} to {1}', formatNearDay(from, today), formatNearDay(to, today));

/** What the tab about people says. Days are working days at full attention. */
export const peopleSentences = {
  'panel.people': () => l10n.t('People'),
  'people.workload': () => l10n.t('Workload'),
  'people.workload-hint': () => l10n.t('allocated / available days per week'),
  'people.table': () => l10n.t('Workload by person and week'),
  'people.weeks': () => l10n.t('Weeks'),
  'people.person': () => l10n.t('Person'),
  'people.everyone': () => l10n.t('Everyone'),
  'people.total': () => l10n.t('Total'),
  'people.week-number': (week: number) => l10n.t('W{0}', week),
  'people.week-of': (monday: string, today: string) => l10n.t('week of {0}', formatNearDay(monday, today)),
  'people.this-week': () => l10n.t('this week'),
  'people.asked': () => l10n.t('Asked to do more than they can'),
  'people.too-much': (name: string) => l10n.t('More is asked of {0} than they can do', name),

  // Cells
  'people.figures': (allocated: number, capacity: number) => l10n.t('{0}/{1} days', allocated, capacity),
  'people.load': (allocated: number, capacity: number) =>
    capacity === 1 ? l10n.t('{0} of 1 day', allocated) : l10n.t('{0} of {1} days', allocated, capacity),
  'people.given': (days: number) =>
    days === 1
      ? l10n.t('1 day of it assigned to nobody yet')
      : l10n.t('{0} days of it assigned to nobody yet', days),
  'people.off-short': () => l10n.t('off'),
  'people.away': (days: string) => l10n.t('away {0}', days),
  'people.holiday': (days: string) => l10n.t('holiday {0}', days),
  'people.task-count': (count: number) => (count === 1 ? l10n.t('1 task') : l10n.t('{0} tasks', count)),
  'people.days': (days: number) => (days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days)),
  'people.nobodys': () => l10n.t('assigned to nobody yet'),
  'people.in-plan': (plan: string) => l10n.t('in {0}', plan),
  'people.no-work': () => l10n.t('No work in this week.'),
  'people.select': () => l10n.t('Select a week of a person to see the tasks in it.'),
  'people.key-own': () => l10n.t('Assigned'),
  'people.key-given': () => l10n.t('Assigned to nobody yet: the schedule gives it to whoever is free'),
  'people.key-off': () => l10n.t('Holiday or absence'),

  // People
  'people.share': (percent: number) => l10n.t('{0}%', percent),
  'people.free': () => l10n.t('no open work'),
  'people.undeclared': () => l10n.t('not declared'),
  'people.span': span,
  'people.week-days': (days: number) =>
    days === 1 ? l10n.t('1 day a week') : l10n.t('{0} days a week', days),
  'people.off': () => l10n.t('Days off'),
  'people.project': () => l10n.t('Everyone (holidays)'),
  'people.basis': () =>
    l10n.t(
      'Allocated is what the schedule gives: never more than somebody can do, it postpones instead. Days are working days at full attention.',
    ),
  'people.from-today': () => l10n.t('This week counts from today on.'),
  'people.not-declared': () =>
    l10n.t('Who is not declared in project.md counts as free on every working day.'),

  // Nobody
  'people.none': () => l10n.t('No people are declared, and nobody is assigned to open work.'),
  'people.declare': () =>
    l10n.t('Declare people in project.md, and work that is nobody’s yet is given to whoever is free:'),
  'people.declare-overlay': (folder: string) =>
    l10n.t(
      'Plans of this format declare no people. A folder whose project.md says “for: {0}” can declare them:',
      folder,
    ),
  'people.open-file': (file: string) => l10n.t('Open {0}', file),
};
