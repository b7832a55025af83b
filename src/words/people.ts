import * as l10n from '@vscode/l10n';
import { formatNearDay } from './days';

const span = (from: string, to: string, today: string): string =>
  from === to
    ? formatNearDay(from, today)
    : l10n.t('{0} to {1}', formatNearDay(from, today), formatNearDay(to, today));

/** Sentences of the People tab. Days are full working days. */
export const peopleSentences = {
  'panel.people': () => l10n.t('People'),
  'people.workload': () => l10n.t('Workload'),
  'people.workload-hint': () => l10n.t('planned / available days per week'),
  'people.table': () => l10n.t('Workload by person and week'),
  'people.weeks': () => l10n.t('Weeks'),
  'people.person': () => l10n.t('Person'),
  'people.everyone': () => l10n.t('Everyone'),
  'people.total': () => l10n.t('Total'),
  'people.week-number': (week: number) => l10n.t('W{0}', week),
  'people.week-of': (monday: string, today: string) => l10n.t('week of {0}', formatNearDay(monday, today)),
  'people.this-week': () => l10n.t('this week'),
  'people.asked': () => l10n.t('Overloaded'),
  'people.too-much': (name: string) => l10n.t('{0} is overloaded', name),

  // Cells
  'people.figures': (allocated: number, capacity: number) => l10n.t('{0}/{1} days', allocated, capacity),
  'people.load': (allocated: number, capacity: number) =>
    capacity === 1 ? l10n.t('{0} of 1 day', allocated) : l10n.t('{0} of {1} days', allocated, capacity),
  'people.given': (days: number) =>
    days === 1 ? l10n.t('including 1 unassigned day') : l10n.t('including {0} unassigned days', days),
  'people.off-short': () => l10n.t('off'),
  'people.away': (days: string) => l10n.t('away {0}', days),
  'people.holiday': (days: string) => l10n.t('holiday {0}', days),
  'people.task-count': (count: number) => (count === 1 ? l10n.t('1 task') : l10n.t('{0} tasks', count)),
  'people.days': (days: number) => (days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days)),
  'people.nobodys': () => l10n.t('unassigned'),
  'people.in-plan': (plan: string) => l10n.t('in {0}', plan),
  'people.no-work': () => l10n.t('No work in this week.'),
  'people.select': () => l10n.t("Select a person's week to see its tasks."),
  'people.key-own': () => l10n.t('Assigned'),
  'people.key-given': () => l10n.t('Unassigned: scheduled for whoever is free'),
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
    l10n.t('Planned working days, full time. The schedule delays work rather than overload anyone.'),
  'people.from-today': () => l10n.t('This week counts only from today.'),
  'people.not-declared': () => l10n.t('People missing from project.md count as full time.'),

  // Nobody
  'people.none': () => l10n.t('No people are declared, and nobody is assigned to open work.'),
  'people.declare': () =>
    l10n.t('Declare people in project.md to schedule unassigned work for whoever is free:'),
  'people.declare-overlay': (folder: string) =>
    l10n.t('This format has no people. A folder whose project.md says “for: {0}” can declare them:', folder),
  'people.open-file': (file: string) => l10n.t('Open {0}', file),
};
