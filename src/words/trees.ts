import * as l10n from '@vscode/l10n';
import type { Health } from '../core/insight/health/health';
import { formatDay, formatNearDay } from './days';
import { findingMark } from './findingMarks';
import { healthWord } from './health';

/** Sentences of rows, tooltips and the status bar. Days are ISO dates, passed together with today. */
export const treeSentences = {
  // Days
  'ui.day': (date: string, today: string) => formatDay(date, today),
  'ui.due': (date: string, today: string) => l10n.t('due {0}', formatDay(date, today)),
  'ui.due-day': (date: string, today: string) => formatNearDay(date, today),
  'ui.due-today': () => l10n.t('due today'),
  'ui.due-tomorrow': () => l10n.t('due tomorrow'),
  'ui.overdue': (days: number) => (days === 1 ? l10n.t('1 day overdue') : l10n.t('{0} days overdue', days)),
  'ui.due-is': (date: string, today: string) => l10n.t('Due {0}', formatDay(date, today)),

  // Counts
  'ui.done-of': (done: number, total: number) => l10n.t('{0}/{1} done', done, total),
  'ui.percent': (percent: number) => l10n.t('{0}%', percent),
  'ui.done-count': (count: number) => l10n.t('{0} done', count),
  'ui.dropped-count': (count: number) => l10n.t('{0} dropped', count),
  'ui.closed-count': (count: number) => l10n.t('{0} closed', count),
  'ui.show-more': (count: number) => l10n.t('Show {0} more', count),
  'ui.part-of': (from: number, to: number, total: number) => l10n.t('{0}–{1} of {2}', from, to, total),
  'ui.commits': (count: number) => (count === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', count)),
  'ui.problems': (count: number) =>
    count === 1 ? l10n.t('1 problem in plan files') : l10n.t('{0} problems in plan files', count),
  'ui.unreadable': (count: number) =>
    count === 1 ? l10n.t('1 file could not be read') : l10n.t('{0} files could not be read', count),
  'ui.unread-setting': (field: string, file: string) => unreadSetting(field, file),
  'ui.unread-files': (count: number) =>
    count === 1
      ? l10n.t('1 plan file could not be read, so its content is missing here')
      : l10n.t('{0} plan files could not be read, so their content is missing here', count),
  'ui.unread-entries': (count: number) =>
    count === 1
      ? l10n.t('1 entry of a plan file is too long to read and is missing here')
      : l10n.t('{0} entries of plan files are too long to read and are missing here', count),
  'ui.refused-values': (count: number) =>
    count === 1
      ? l10n.t('1 invalid value that dates depend on is ignored')
      : l10n.t('{0} invalid values that dates depend on are ignored', count),
  'ui.history-without-files': () =>
    l10n.t(
      'This clone lacks the files of older commits, so changed files cannot link commits to tasks. To get them, run: git fetch --refetch --no-filter',
    ),
  'ui.unread-versions': (count: number) =>
    count === 1
      ? l10n.t('1 plan file of another commit could not be read, so its changes are unknown')
      : l10n.t('{0} plan files of other commits could not be read, so their changes are unknown', count),
  'ui.review-failed': () => l10n.t('This branch could not be compared; the log says why'),
  'ui.overdue-tasks': (count: number) =>
    count === 1 ? l10n.t('1 overdue task') : l10n.t('{0} overdue tasks', count),
  'ui.and-more': (count: number) => l10n.t('{0} more', count),

  // Groups
  'ui.no-milestone': () => l10n.t('No milestone'),
  'ui.nobody': () => l10n.t('Unassigned'),
  'ui.no-priority': () => l10n.t('No priority'),
  'ui.priority-critical': () => l10n.t('Critical'),
  'ui.priority-high': () => l10n.t('High'),
  'ui.priority-medium': () => l10n.t('Medium'),
  'ui.priority-low': () => l10n.t('Low'),
  'ui.list-criteria': () => l10n.t('Acceptance criteria'),
  'ui.list-definition': () => l10n.t('Definition of done'),
  'ui.list-other': () => l10n.t('Checklist'),
  'ui.active-tasks': () => l10n.t('Active tasks'),
  'ui.commits-without-task': () => l10n.t('Commits without a task'),
  'ui.open-criteria': () => l10n.t('Open criteria'),
  'ui.plan-changes': () => l10n.t('Plan changes'),
  'ui.findings': () => l10n.t('Findings'),

  // Rows
  'ui.blocked': () => l10n.t('blocked'),
  'ui.id-twice': () => l10n.t('id twice'),
  'ui.mark': findingMark,
  'ui.no-id': () => l10n.t('no id yet'),
  'ui.no-box': () => l10n.t('The focused row has no box.'),
  'ui.checked': () => l10n.t('checked'),
  'ui.unchecked': () => l10n.t('not checked'),
  'ui.branch': (name: string) => l10n.t('Branch {0}', name),
  'ui.commit': (subject: string) => l10n.t('Commit: {0}', subject),
  'ui.plan-is': (name: string) => l10n.t('Plan {0}', name),
  'ui.merged': () => l10n.t('merged'),
  'ui.checked-out': () => l10n.t('checked out'),
  'ui.rewritten': () => l10n.t('rewritten'),
  'ui.not-in-repository': () => l10n.t('not in this repository'),
  'ui.on-no-branch': () => l10n.t('on no current branch'),
  'ui.lost-why': (hash: string) =>
    l10n.t(
      'Linked by hand as {0}. The commit is not in this repository, and no replacement was found. It may have been dropped, or not been fetched yet.',
      hash,
    ),
  'ui.off-branch-why': (hash: string) =>
    l10n.t(
      'Linked by hand as {0}. The commit is in this repository, but on no branch that Milepost reads, and no replacement was found. It may have been dropped, or its branch is old.',
      hash,
    ),
  'ui.closes': () => l10n.t('closes it'),
  'ui.plans-only': () => l10n.t('plan only'),
  'ui.mentions-only': () => l10n.t('mention'),
  'ui.default-branch': () => l10n.t('default branch'),
  'ui.rebasing': () => l10n.t('rebasing'),
  'ui.detached': (hash: string) => l10n.t('Commit {0}', hash),
  'ui.branch-damaged': () => l10n.t('damaged'),
  'ui.no-commits-yet': () => l10n.t('no commits yet'),
  'ui.reading-branch': () => l10n.t('Reading the branch…'),
  'ui.no-task-on-branch': () => l10n.t('No task belongs to this branch yet'),
  'ui.added': () => l10n.t('new'),
  'ui.removed': () => l10n.t('removed'),
  'ui.field-changed': (field: string, from: string, to: string) =>
    from === ''
      ? l10n.t('{0}: {1}', field, to)
      : to === ''
        ? l10n.t('{0}: {1} removed', field, from)
        : l10n.t('{0}: {1} → {2}', field, from, to),
  'ui.day-changed': (field: string, from: string, to: string, today: string) =>
    l10n.t('{0}: {1} → {2}', field, formatDay(from, today), formatDay(to, today)),
  'ui.not-scored': () => l10n.t('not scored'),
  'ui.review-on': (date: string, today: string) => l10n.t('review {0}', formatDay(date, today)),
  'ui.review-overdue': () => l10n.t('review overdue'),

  // Tooltips
  'ui.status-is': (status: string) => l10n.t('Status in the plan: {0}', status),
  'ui.observed-none': () => l10n.t('In git: no work yet'),
  'ui.observed-started': (branches: string) =>
    branches === '' ? l10n.t('In git: started') : l10n.t('In git: started on {0}, not merged yet', branches),
  'ui.observed-landed': () => l10n.t('In git: merged'),
  'ui.observed-closed': () => l10n.t('In git: closed by a commit'),
  /** Of a task on another branch. @param value a status or a day; '' where the branch has taken it out */
  'ui.elsewhere': (field: 'status' | 'start' | 'due' | 'deleted', value: string, branch: string) => {
    switch (field) {
      case 'status':
        return l10n.t('{0} on {1}', value, branch);
      case 'start':
        return value === ''
          ? l10n.t('No start date on {0}', branch)
          : l10n.t('Starts {0} on {1}', formatDay(value), branch);
      case 'due':
        return value === ''
          ? l10n.t('No due date on {0}', branch)
          : l10n.t('Due {0} on {1}', formatDay(value), branch);
      case 'deleted':
        return l10n.t('Deleted on {0}', branch);
    }
  },
  'ui.elsewhere-more': (count: number) => l10n.t('Differs on more branches: {0}', count),
  'ui.blocked-by': (reason: string) => l10n.t('Blocked: {0}', reason),
  'ui.assigned-to': (people: string) => l10n.t('Assigned to {0}', people),
  'ui.owned-by': (person: string) => l10n.t('Owner: {0}', person),
  'ui.milestone-is': (title: string) => l10n.t('Milestone: {0}', title),
  'ui.priority-is': (priority: string) => l10n.t('Priority: {0}', priority),
  'ui.estimate-days': (days: number) =>
    days === 1 ? l10n.t('Estimate: 1 day') : l10n.t('Estimate: {0} days', days),
  'ui.estimate-points': (points: number) =>
    points === 1 ? l10n.t('Estimate: 1 point') : l10n.t('Estimate: {0} points', points),
  'ui.labels-are': (labels: string) => l10n.t('Labels: {0}', labels),
  'ui.aliases-are': (ids: string) => l10n.t('Aliases: {0}', ids),
  'ui.waits-for': (ids: string) => l10n.t('Depends on {0}', ids),
  'ui.duplicate': (id: string) => l10n.t('Another item has the id {0} too.', id),
  'ui.has-problems': () => l10n.t('This file has problems: see the Problems view.'),
  'ui.findings-of-files': () => l10n.t('Findings of the plan in your files'),
  'ui.findings-of-branch': (branch: string) => l10n.t('Findings of the plan in your files, on {0}', branch),
  'ui.findings-elsewhere': (branch: string) =>
    l10n.t('The Progress panel may show the plan of {0}, with other findings', branch),
  'ui.worth-a-look': () => l10n.t('Findings'),
  'ui.milestone-planned': () => l10n.t('Planned'),
  'ui.milestone-active': () => l10n.t('Active'),
  'ui.milestone-done': () => l10n.t('Done'),
  'ui.milestone-dropped': () => l10n.t('Dropped'),
  'ui.health': healthWord,
  'ui.all-tasks-done': () => l10n.t('all tasks done'),
  'ui.health-computed': (health: Health) => l10n.t('Computed: {0}', healthWord(health)),
  'ui.forecast-is': (p50: string, p85: string) =>
    p50 === ''
      ? l10n.t('Less than even odds within two years')
      : p85 === ''
        ? l10n.t('Even odds by {0}; no date is safe to promise', formatDay(p50))
        : l10n.t('Even odds by {0}; safe to promise: {1}', formatDay(p50), formatDay(p85)),
  'ui.scheduled-is': (start: string, finish: string) =>
    l10n.t('Scheduled {0} – {1}', formatDay(start), formatDay(finish)),
  'ui.is-critical': () => l10n.t('On the critical path'),
  'ui.never-ends': () => l10n.t('Cannot be scheduled: somebody or something it needs is never available'),
  'ui.dismissed': (finding: string, reason: string) =>
    reason === '' ? l10n.t('Dismissed: {0}', finding) : l10n.t('Dismissed: {0} ({1})', finding, reason),
  'ui.health-declared': (health: string) => l10n.t('You set: {0}', health),
  'ui.progress-is': (percent: number, done: number, total: number) =>
    l10n.t('Progress {0}%: {1} of {2} done', percent, done, total),
  'ui.assumed-weights': (count: number) =>
    count === 1
      ? l10n.t('1 estimate is assumed (the median)')
      : l10n.t('{0} estimates are assumed (the median)', count),
  'ui.no-task': () => l10n.t('Belongs to no task.'),
  'ui.also-by': () => l10n.t('Also'),
  'ui.only-mentions': () => l10n.t('A mention only: it does not count as work on the task.'),
  'ui.plans-only-why': () => l10n.t('Changes plan files only: it does not count as work on the task.'),
  'ui.score-is': (probability: number, impact: number, score: number) =>
    l10n.t('Probability {0} × impact {1} = {2}', probability, impact, score),
  'ui.not-scored-why': () => l10n.t('Probability or impact is missing, so there is no score.'),
  'ui.trigger-is': (trigger: string) => l10n.t('Trigger: {0}', trigger),
  'ui.mitigated-by': (ids: string) => l10n.t('Mitigated by {0}', ids),
  'ui.tasks-of-branch': (branch: string) => l10n.t('Tasks of the branch {0}', branch),
};

/** @param field empty where none of the file's settings could be read */
function unreadSetting(field: string, file: string): string {
  switch (field) {
    case '':
      return l10n.t('{0} could not be read, so all settings have their defaults', file);
    case 'people':
      return l10n.t('people in {0} could not be read, so everybody counts as available', file);
    case 'calendar':
      return l10n.t(
        'calendar in {0} could not be read, so no holidays count, and weeks have five days',
        file,
      );
    case 'resources':
      return l10n.t('resources in {0} could not be read, so none has a limit', file);
    case 'tasks':
      return l10n.t('tasks in {0} could not be read, so the fields they add are missing', file);
    case 'dismissed':
      return l10n.t('dismissed in {0} could not be read, so dismissed findings are shown', file);
    default:
      return l10n.t('{0} in {1} could not be read, so its default applies', field, file);
  }
}
