import { t } from '@vscode/l10n';
import { formatDay } from '../days';

/** What rows, tooltips and the status bar say. Days come as ISO dates together with today. */
export const treeSentences = {
  // Days
  'ui.day': (date: string, today: string) => formatDay(date, today),
  'ui.due': (date: string, today: string) => t('due {0}', formatDay(date, today)),
  'ui.due-today': () => t('due today'),
  'ui.due-tomorrow': () => t('due tomorrow'),
  'ui.overdue': (days: number) => (days === 1 ? t('1 day overdue') : t('{0} days overdue', days)),
  'ui.due-is': (date: string, today: string) => t('Due {0}', formatDay(date, today)),

  // Counts
  'ui.done-of': (done: number, total: number) => t('{0}/{1} done', done, total),
  'ui.done-count': (count: number) => t('{0} done', count),
  'ui.dropped-count': (count: number) => t('{0} dropped', count),
  'ui.closed-count': (count: number) => t('{0} closed', count),
  'ui.milestones-over': (count: number) =>
    count === 1 ? t('1 finished milestone') : t('{0} finished milestones', count),
  'ui.show-more': (count: number) => t('Show {0} more', count),
  'ui.part-of': (from: number, to: number, total: number) => t('{0}–{1} of {2}', from, to, total),
  'ui.commits': (count: number) => (count === 1 ? t('1 commit') : t('{0} commits', count)),
  'ui.problems': (count: number) =>
    count === 1 ? t('1 problem in plan files') : t('{0} problems in plan files', count),
  'ui.unreadable': (count: number) =>
    count === 1 ? t('1 file could not be read') : t('{0} files could not be read', count),
  'ui.overdue-tasks': (count: number) => (count === 1 ? t('1 overdue task') : t('{0} overdue tasks', count)),
  'ui.and-more': (count: number) => t('{0} more', count),

  // Groups
  'ui.no-milestone': () => t('No milestone'),
  'ui.nobody': () => t('Unassigned'),
  'ui.no-priority': () => t('No priority'),
  'ui.priority-critical': () => t('Critical'),
  'ui.priority-high': () => t('High'),
  'ui.priority-medium': () => t('Medium'),
  'ui.priority-low': () => t('Low'),
  'ui.list-criteria': () => t('Acceptance criteria'),
  'ui.list-definition': () => t('Definition of done'),
  'ui.list-other': () => t('Checklist'),
  'ui.active-tasks': () => t('Active tasks'),
  'ui.commits-without-task': () => t('Commits without a task'),
  'ui.open-criteria': () => t('Open criteria'),
  'ui.plan-changes': () => t('Plan changes'),
  'ui.findings': () => t('Findings'),

  // Rows
  'ui.no-id': () => t('no id yet'),
  'ui.checked': () => t('checked'),
  'ui.unchecked': () => t('not checked'),
  'ui.branch': (name: string) => t('Branch {0}', name),
  'ui.commit': (subject: string) => t('Commit: {0}', subject),
  'ui.plan-is': (name: string) => t('Plan {0}', name),
  'ui.merged': () => t('merged'),
  'ui.checked-out': () => t('checked out'),
  'ui.closes': () => t('closes it'),
  'ui.plans-only': () => t('planning'),
  'ui.mentions-only': () => t('mention'),
  'ui.default-branch': () => t('default branch'),
  'ui.rebasing': () => t('rebasing'),
  'ui.detached': (hash: string) => t('Commit {0}', hash),
  'ui.no-commits-yet': () => t('no commits yet'),
  'ui.no-task-on-branch': () => t('No task belongs to this branch yet'),
  'ui.added': () => t('new'),
  'ui.removed': () => t('removed'),
  'ui.field-changed': (field: string, from: string, to: string) =>
    from === ''
      ? t('{0}: {1}', field, to)
      : to === ''
        ? t('{0}: {1} removed', field, from)
        : t('{0}: {1} → {2}', field, from, to),
  'ui.day-changed': (field: string, from: string, to: string, today: string) =>
    t('{0}: {1} → {2}', field, formatDay(from, today), formatDay(to, today)),
  'ui.not-scored': () => t('not scored'),
  'ui.band-low': (score: number) => t('{0} low', score),
  'ui.band-moderate': (score: number) => t('{0} moderate', score),
  'ui.band-high': (score: number) => t('{0} high', score),
  'ui.band-severe': (score: number) => t('{0} severe', score),
  'ui.review-on': (date: string, today: string) => t('review {0}', formatDay(date, today)),
  'ui.review-overdue': () => t('review overdue'),

  // Tooltips
  'ui.status-is': (status: string) => t('Status in the plan: {0}', status),
  'ui.observed-none': () => t('In git: no work yet'),
  'ui.observed-started': (branches: string) =>
    branches === '' ? t('In git: started') : t('In git: started on {0}, not merged yet', branches),
  'ui.observed-landed': () => t('In git: work has landed'),
  'ui.observed-closed': () => t('In git: closed by a commit'),
  'ui.blocked-by': (reason: string) => t('Blocked: {0}', reason),
  'ui.assigned-to': (people: string) => t('Assigned to {0}', people),
  'ui.owned-by': (person: string) => t('Owner: {0}', person),
  'ui.milestone-is': (title: string) => t('Milestone: {0}', title),
  'ui.priority-is': (priority: string) => t('Priority: {0}', priority),
  'ui.estimate-days': (days: number) => (days === 1 ? t('Estimate: 1 day') : t('Estimate: {0} days', days)),
  'ui.estimate-points': (points: number) =>
    points === 1 ? t('Estimate: 1 point') : t('Estimate: {0} points', points),
  'ui.labels-are': (labels: string) => t('Labels: {0}', labels),
  'ui.waits-for': (ids: string) => t('Waits for {0}', ids),
  'ui.duplicate': (id: string) => t('Another item has the id {0} too.', id),
  'ui.has-problems': () => t('Something in this file could not be read as meant.'),
  'ui.worth-a-look': () => t('Worth a look:'),
  'ui.milestone-planned': () => t('Planned'),
  'ui.milestone-active': () => t('Active'),
  'ui.milestone-done': () => t('Done'),
  'ui.milestone-dropped': () => t('Dropped'),
  'ui.health-declared': (health: string) => t('Health as declared: {0}', health),
  'ui.progress-is': (percent: number, done: number, total: number) =>
    t('Progress {0}%: {1} of {2} tasks done', percent, done, total),
  'ui.assumed-weights': (count: number) =>
    count === 1 ? t('1 weight is assumed (the median)') : t('{0} weights are assumed (the median)', count),
  'ui.no-task': () => t('Belongs to no task.'),
  'ui.also-by': () => t('Also'),
  'ui.only-mentions': () => t('Only a mention: it does not count as work on the task.'),
  'ui.plans-only-why': () => t('Changes plan files only: it does not count as work on the task.'),
  'ui.score-is': (probability: number, impact: number, score: number) =>
    t('Probability {0} × impact {1} = {2}', probability, impact, score),
  'ui.not-scored-why': () => t('Probability or impact is missing, so there is no score.'),
  'ui.trigger-is': (trigger: string) => t('Trigger: {0}', trigger),
  'ui.mitigated-by': (ids: string) => t('Mitigated by {0}', ids),
  'ui.tasks-of-branch': (branch: string) => t('Tasks of the branch {0}', branch),
};
