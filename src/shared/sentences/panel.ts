import { t } from '@vscode/l10n';
import { formatDay } from '../days';
import { panelLabels } from './panelLabels';

/** What the models of the progress panel say: counts, days, states and reasons. */
const panelFacts = {
  // Days
  'panel.today': () => t('today'),
  'panel.tomorrow': () => t('tomorrow'),
  'panel.yesterday': () => t('yesterday'),
  'panel.in-days': (days: number) => t('in {0} days', days),
  'panel.days-ago': (days: number) => t('{0} days ago', days),
  'panel.review-passed': (days: number) =>
    days === 1 ? t('passed 1 day ago') : t('passed {0} days ago', days),

  // Progress and health
  'panel.active-count': (count: number) => t('{0} active', count),
  'panel.blocked-count': (count: number) => t('{0} blocked', count),
  'panel.open-count': (count: number) => t('{0} open', count),
  'panel.dropped-count': (count: number) => t('{0} dropped', count),
  'panel.by-time': () => t('Weighed by estimated time'),
  'panel.by-points': () => t('Weighed by points'),
  'panel.by-count': () => t('Every task weighs the same'),
  'panel.assumed': (count: number) =>
    count === 1
      ? t('1 estimate is assumed (the median)')
      : t('{0} estimates are assumed (the median)', count),
  'panel.dropped-out': (count: number) =>
    count === 1 ? t('1 dropped task left the scope') : t('{0} dropped tasks left the scope', count),
  'panel.health-unknown': () => t('No health given'),
  'panel.health-done': () => t('Done'),
  'panel.health-dropped': () => t('Dropped'),
  'panel.health-planned': () => t('Planned'),
  'panel.why-status': (status: string) => t('Its file declares the status "{0}".', status),
  'panel.why-declared': (health: string) => t('Its file declares the health "{0}".', health),
  'panel.why-note': (note: string) => t('The note beside it: {0}', note),
  'panel.why-fresh': (date: string, days: number) =>
    days === 1
      ? t('Declared on {0}, 1 day ago.', formatDay(date))
      : t('Declared on {0}, {1} days ago.', formatDay(date), days),
  'panel.why-stale': (date: string, days: number, limit: number) =>
    t(
      'Declared on {0}, {1} days ago: older than {2} days, so it may no longer hold.',
      formatDay(date),
      days,
      limit,
    ),
  'panel.why-undated': () => t('It carries no date, so its age is unknown.'),
  'panel.why-unknown': () =>
    t('Its file declares no health. Add "health: on track", "at risk" or "off track" to it.'),
  'panel.why-due-passed': (date: string, open: number) =>
    open === 1
      ? t('Due on {0}, which has passed, and 1 task is still open.', formatDay(date))
      : t('Due on {0}, which has passed, and {1} tasks are still open.', formatDay(date), open),
  'panel.why-due': (date: string, days: number) =>
    days === 0
      ? t('Due on {0}, today.', formatDay(date))
      : days === 1
        ? t('Due on {0}, tomorrow.', formatDay(date))
        : t('Due on {0}, {1} days from today.', formatDay(date), days),
  'panel.why-no-due': () => t('It has no due date.'),
  'panel.why-progress': (percent: number, done: number, total: number) =>
    t('Progress is {0}%: {1} of {2} tasks done.', percent, done, total),
  'panel.why-no-tasks': () => t('It has no tasks yet.'),
  'panel.loose': (count: number) =>
    count === 1 ? t('1 task belongs to no milestone') : t('{0} tasks belong to no milestone', count),

  // Lists
  'panel.due-span': (days: number) => t('overdue, and in the next {0} days', days),
  'panel.no-reason': () => t('No reason given'),
  'panel.problems': (problems: number, files: number) =>
    problems === 1
      ? t('1 problem in the plan files')
      : files === 1
        ? t('{0} problems in 1 plan file', problems)
        : t('{0} problems in {1} plan files', problems, files),
  'panel.unreadable': (files: number) =>
    files === 1 ? t('1 file could not be read') : t('{0} files could not be read', files),
  'panel.shallow': () => t('This clone holds only part of the history, so older commits are missing.'),
  'panel.recent-no-git': () => t('Without git, Milepost cannot tell what changed.'),
  'panel.recent-reading': () => t('Reading git…'),

  // Which plan
  'panel.banner-default': (branch: string, here: string) =>
    t('You see the plan of {0}; {1} is checked out', branch, here),
  'panel.banner-current': (branch: string, here: string) =>
    t('You see the plan of {1}, not of {0}', branch, here),
  'panel.banner-differ': (items: number) =>
    items === 0 ? t('no item differs') : items === 1 ? t('1 item differs') : t('{0} items differ', items),
  'panel.banner-fetched': (days: number) =>
    days === 0
      ? t('last fetched today')
      : days === 1
        ? t('last fetched yesterday')
        : t('last fetched {0} days ago', days),
  'panel.banner-missing': (branch: string) => t('{0} does not hold this plan yet', branch),
  'panel.banner-show-default': (branch: string) => t('Show {0}', branch),
  'panel.detached': (hash: string) => t('commit {0}', hash),

  // Risks
  'panel.factors': (probability: number, impact: number) =>
    t('probability {0} × impact {1}', probability, impact),
  'panel.factors-missing': () => t('probability or impact is missing'),
  'panel.risk-open': () => t('open'),
  'panel.risk-mitigating': () => t('mitigating'),
  'panel.risk-accepted': () => t('accepted'),
  'panel.risk-occurred': () => t('occurred'),
  'panel.risk-closed': () => t('closed'),
  'panel.response-avoid': () => t('avoid'),
  'panel.response-mitigate': () => t('mitigate'),
  'panel.response-transfer': () => t('transfer'),
  'panel.response-accept': () => t('accept'),

  // Review
  'panel.review-tasks': (count: number) => (count === 1 ? t('serves 1 task') : t('serves {0} tasks', count)),
  'panel.review-without': (count: number) => t('{0} without a task', count),
  'panel.review-changes': (count: number) =>
    count === 1 ? t('changes 1 plan item') : t('changes {0} plan items', count),
  'panel.review-criteria': (count: number) =>
    count === 1 ? t('1 open criterion') : t('{0} open criteria', count),
  'panel.criteria-of': (done: number, total: number) => t('{0} of {1} criteria', done, total),
  'panel.observed-none': () => t('no work seen in git'),
  'panel.observed-started': () => t('started, not merged'),
  'panel.observed-landed': () => t('landed'),
  'panel.observed-closed': () => t('closed by a commit'),
  'panel.weak-mentions': () => t('only named'),
  'panel.weak-plans': () => t('only planning'),
  'panel.evidence-manual': () => t('linked by hand'),
  'panel.evidence-closes': () => t('closing word'),
  'panel.evidence-trailer': () => t('trailer'),
  'panel.evidence-subject': () => t('subject'),
  'panel.evidence-branch': () => t('branch'),
  'panel.evidence-body': () => t('message'),
  'panel.evidence-file': () => t('task file'),
  'panel.checked-out': () => t('checked-out state'),
};

/** Everything the progress panel says beyond what trees say. The types follow from it. */
export const panelSentences = { ...panelFacts, ...panelLabels };

export type PanelMessages = { [K in keyof typeof panelSentences]: Parameters<(typeof panelSentences)[K]> };
