import * as l10n from '@vscode/l10n';
import { daysFrom, formatDay } from './days';
import { chartLabels } from './chartLabels';
import { panelLabels } from './panelLabels';
import { peopleSentences } from './people';
import { riskTables } from './riskTables';
import { riskSentences } from './risks';
import type { RiskLack } from '../core/insight/findings/finding';
import { missingText } from './findings';
import { joinSentences } from './sentences';

/** Returns the count with the thousands separators of the reader's language. */
const grouped = (count: number): string => count.toLocaleString();

/**
 * Says when a path ends and what it takes.
 * @param work working days, like `waits`
 */
function pathText(name: string, finish: string, tasks: number, work: number, waits: number): string {
  const day = formatDay(finish);
  if (tasks > 1 && waits > 0) {
    return work === 1
      ? l10n.t(
          '{0} can end on {1} at the earliest. {2} tasks in a row: 1 working day, and {3} of waiting.',
          name,
          day,
          tasks,
          waits,
        )
      : l10n.t(
          '{0} can end on {1} at the earliest. {2} tasks in a row: {3} working days, and {4} of waiting.',
          name,
          day,
          tasks,
          work,
          waits,
        );
  }
  if (work === 1) {
    return l10n.t('{0} can end on {1} at the earliest: its longest path takes 1 working day.', name, day);
  }
  return tasks === 1
    ? l10n.t('{0} can end on {1} at the earliest: its longest task takes {2} working days.', name, day, work)
    : l10n.t(
        '{0} can end on {1} at the earliest: {2} tasks in a row take {3} working days.',
        name,
        day,
        tasks,
        work,
      );
}

/**
 * Says in one sentence how the open milestones of a plan stand.
 * @param first the worst of them
 * @param due ISO day, '' for none, like `even`
 * @param even by when it is done with even odds, or scheduled to be
 */
function overallText(
  off: number,
  risk: number,
  open: number,
  first: string,
  due: string,
  even: string,
): string {
  const counts = countsText(off, risk, open);
  if (even === '') {
    return due === ''
      ? l10n.t('{0}.', counts)
      : l10n.t('{0}; {1} is due on {2}.', counts, first, formatDay(due));
  }
  if (due === '') {
    return l10n.t('{0}; {1} has even odds to end by {2}.', counts, first, formatDay(even));
  }
  const late = daysFrom(due, even);
  return late > 0
    ? l10n.t(
        '{0}; {1}, due {2}, has even odds to end by {3}, {4}.',
        counts,
        first,
        formatDay(due),
        formatDay(even),
        panelFacts['panel.days-late'](late),
      )
    : l10n.t(
        '{0}; {1}, due {2}, has even odds to end by {3}.',
        counts,
        first,
        formatDay(due),
        formatDay(even),
      );
}

function countsText(off: number, risk: number, open: number): string {
  if (open === 1) {
    return off === 1
      ? l10n.t('The open milestone is off track')
      : risk === 1
        ? l10n.t('The open milestone is at risk')
        : l10n.t('The open milestone is neither off track nor at risk');
  }
  if (off > 0 && risk > 0) {
    return off === 1
      ? l10n.t('1 of {1} open milestones is off track and {0} at risk', risk, open)
      : l10n.t('{0} of {2} open milestones are off track and {1} at risk', off, risk, open);
  }
  if (off > 0) {
    return off === 1
      ? l10n.t('1 of {0} open milestones is off track', open)
      : l10n.t('{0} of {1} open milestones are off track', off, open);
  }
  if (risk > 0) {
    return risk === 1
      ? l10n.t('1 of {0} open milestones is at risk', open)
      : l10n.t('{0} of {1} open milestones are at risk', risk, open);
  }
  return l10n.t('None of the {0} open milestones is off track or at risk', open);
}

/** Sentences in the models of the progress panel: counts, days, states and reasons. */
const panelFacts = {
  // Days
  'panel.today': () => l10n.t('today'),
  'panel.tomorrow': () => l10n.t('tomorrow'),
  'panel.yesterday': () => l10n.t('yesterday'),
  'panel.days-late': (days: number) => (days === 1 ? l10n.t('1 day late') : l10n.t('{0} days late', days)),
  'panel.days-early': (days: number) =>
    days === 0 ? l10n.t('on the day') : days === 1 ? l10n.t('1 day early') : l10n.t('{0} days early', days),
  'panel.in-days': (days: number) => l10n.t('in {0} days', days),
  'panel.days-ago': (days: number) => l10n.t('{0} days ago', days),
  'panel.review-passed': (days: number) =>
    days === 1 ? l10n.t('passed 1 day ago') : l10n.t('passed {0} days ago', days),

  // Critical path
  'panel.path-milestone': pathText,
  'panel.path-plan': (finish: string, tasks: number, work: number, waits: number) =>
    pathText(l10n.t('The plan'), finish, tasks, work, waits),
  'panel.path-late': (due: string) => l10n.t('It is due on {0}, before this path can end.', formatDay(due)),
  'panel.path-limited': (finish: string) =>
    l10n.t("With your team's availability, it ends on {0}.", formatDay(finish)),
  'panel.path-in-time': (due: string, days: number) =>
    days === 0
      ? l10n.t('It is due on {0}: nothing on this path may slip.', formatDay(due))
      : days === 1
        ? l10n.t('It is due on {0}: this path may slip by 1 working day.', formatDay(due))
        : l10n.t('It is due on {0}: this path may slip by {1} working days.', formatDay(due), days),

  // Decisions
  'panel.move-date': (title: string) => l10n.t('move the date of {0}, or cut its scope', title),
  'panel.relieve': (person: string) => l10n.t('take work off {0}', person),
  'panel.unblock': (name: string) => l10n.t('unblock {0}', name),
  'panel.manage-risk': (title: string, ...lacks: RiskLack[]) =>
    l10n.t('give the risk "{0}" {1}', title, missingText(lacks)),
  'panel.stop-growth': (title: string) => l10n.t('stop adding to {0}, or move its date', title),

  'panel.more-decisions': (count: number) =>
    count === 1
      ? l10n.t('1 more decision follows from the findings below')
      : l10n.t('{0} more decisions follow from the findings below', count),
  'panel.choose-safe': (day: string) => l10n.t('Promise {0} (85%)', formatDay(day)),
  'panel.choose-even': (day: string) => l10n.t('Aim for {0} (even odds)', formatDay(day)),
  'panel.choose-finish': (day: string) => l10n.t('Move it to {0} (scheduled finish)', formatDay(day)),
  'panel.choose-cut': (due: string) => l10n.t('Keep {0} and cut scope', formatDay(due)),
  'panel.choose-stop': () => l10n.t('Stop adding work'),
  'panel.choose-unblock': () => l10n.t('Remove the obstacle'),
  'panel.choose-wait': (until: string) => l10n.t('Wait until {0}', formatDay(until)),
  'panel.choose-without': () => l10n.t('Go on without it'),
  'panel.choose-hand-over': () => l10n.t('Hand some of it over'),
  'panel.choose-later': () => l10n.t('Move a due date'),

  // How the plan stands
  'panel.overall': overallText,

  // Effect of a branch
  'panel.effect-finish': () => l10n.t('planned finish'),
  'panel.effect-open': () => l10n.t('open tasks'),
  'panel.effect-score': () => l10n.t('risk score'),
  'panel.cause-changed': (id: string, field: string, from: string, to: string) => {
    const [was, is] = [from, to].map(value => (value === '' ? '–' : formatDay(value)));
    // An amount of work speaks for itself.
    return field === 'estimate'
      ? l10n.t('{0} {1} → {2}', id, was ?? '', is ?? '')
      : l10n.t('{0} {1}: {2} → {3}', id, field, was ?? '', is ?? '');
  },
  'panel.cause-added': (id: string) => l10n.t('{0} is new', id),
  'panel.cause-removed': (id: string) => l10n.t('{0} is removed', id),
  'panel.cause-more': (count: number) => l10n.t('{0} more', count),

  // Timeline
  'panel.bar-dates': (start: string, finish: string) =>
    start === finish ? formatDay(start) : l10n.t('{0} to {1}', formatDay(start), formatDay(finish)),
  'panel.bar-done': (percent: number) => l10n.t('{0}% done', percent),
  'panel.was-due': (due: string) => l10n.t('Was due {0}', formatDay(due)),
  'panel.bar-never': () => l10n.t('cannot be scheduled: somebody or something it needs is never available'),
  'panel.assumed-dates': (percent: number, days: number) =>
    l10n.t('{0}% of the open tasks have no estimate and count as {1} d.', percent, days),
  'panel.no-people': () =>
    l10n.t('No people in project.md: unassigned tasks are scheduled as if somebody were always free.'),
  'panel.in-circle': (tasks: number) =>
    tasks === 1
      ? l10n.t('1 task depends on itself and has no date.')
      : l10n.t('{0} tasks depend on each other and have no date.', tasks),
  'panel.no-bars': () => l10n.t('Nothing is open, so there is nothing to schedule.'),
  'panel.no-bars-chosen': () => l10n.t('No open task matches the filters.'),

  // Forecast
  'panel.by-throughput': (runs: number) => l10n.t('By throughput, {0} runs', grouped(runs)),
  'panel.by-network': (runs: number) => l10n.t('By the schedule, {0} runs', grouped(runs)),
  'panel.without-milestone': () => l10n.t('Without a milestone'),
  'panel.all-open': () => l10n.t('All open tasks'),
  'panel.no-trials': () => l10n.t('No past forecast is old enough to check.'),
  'panel.reliability': (trials: number, independent: number, p50: number, p85: number) =>
    l10n.t(
      'Replayed past forecasts by throughput: {0} ({1} independent of each other). {2}% kept their P50 and {3}% their P85.',
      trials,
      independent,
      p50,
      p85,
    ),
  'panel.reliability-other': () =>
    l10n.t('This does not check the dates above, which come from the schedule and not from past weeks.'),
  'panel.reliability-few': () => l10n.t('These are too few to judge this forecast.'),
  'panel.reliability-hopeful': () => l10n.t('They were too hopeful: promise the P95 rather than the P85.'),
  'panel.reliability-fair': () => l10n.t('So the P85 is about right.'),
  'panel.reliability-cautious': () => l10n.t('They were cautious: the work may well end before the P85.'),
  'panel.scope-stays': () => l10n.t('Assumes that no work is added.'),
  'panel.cone-by-weeks': () =>
    l10n.t("The cone follows past weeks and ends at today's scope; the table follows the schedule."),
  'panel.cone-grows': () =>
    l10n.t("The cone ends at today's scope. The dates in the table allow for work that will be added."),
  'panel.burn-up-counts': (done: number, total: number) =>
    l10n.t(
      'The chart shows committed plans and counts every id once; the plan now has {0} of {1} done.',
      done,
      total,
    ),
  'panel.burn-up-text': (done: number, scope: number, from: string, first: number) =>
    l10n.t('Tasks done: {0} of {1}. On {2} the scope was {3}.', done, scope, formatDay(from), first),

  // Progress and health
  'panel.active-count': (count: number) => l10n.t('{0} active', count),
  'panel.blocked-count': (count: number) => l10n.t('{0} blocked', count),
  'panel.open-count': (count: number) => l10n.t('{0} open', count),
  'panel.dropped-count': (count: number) => l10n.t('{0} dropped', count),
  'panel.by-time': () => l10n.t('Weighted by estimate'),
  'panel.by-points': () => l10n.t('Weighted by points'),
  'panel.by-count': () => l10n.t('Every task counts the same'),
  'panel.assumed': (count: number) =>
    count === 1
      ? l10n.t('1 estimate is assumed (the median)')
      : l10n.t('{0} estimates are assumed (the median)', count),
  'panel.dropped-out': (count: number) =>
    count === 1
      ? l10n.t('1 dropped task is not counted')
      : l10n.t('{0} dropped tasks are not counted', count),
  'panel.health': (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1),
  'panel.health-unknown': () => l10n.t('No health given'),
  'panel.health-dropped': () => l10n.t('Dropped'),
  'panel.why-status': (status: string) => l10n.t('Its status is "{0}".', status),
  'panel.why-declared': (health: string) => l10n.t('You set: {0}.', health),
  'panel.why-note': (note: string) => l10n.t('Note: {0}', note),
  'panel.why-fresh': (date: string, days: number) =>
    days === 1
      ? l10n.t('Set on {0}, 1 day ago.', formatDay(date))
      : l10n.t('Set on {0}, {1} days ago.', formatDay(date), days),
  'panel.why-stale': (date: string, days: number, limit: number) =>
    l10n.t(
      'Set on {0}, {1} days ago: more than {2}, so it may be out of date.',
      formatDay(date),
      days,
      limit,
    ),
  'panel.why-undated': () => l10n.t('It has no date, so its age is unknown.'),
  'panel.why-due-passed': (date: string, open: number) =>
    l10n.t('Due on {0}, which has passed; open tasks: {1}.', formatDay(date), open),
  'panel.why-due': (date: string, days: number) =>
    days === 0
      ? l10n.t('Due on {0}, today.', formatDay(date))
      : days === 1
        ? l10n.t('Due on {0}, tomorrow.', formatDay(date))
        : l10n.t('Due on {0}, {1} days from today.', formatDay(date), days),
  'panel.why-no-due': () => l10n.t('It has no due date.'),
  'panel.why-progress': (percent: number, done: number, total: number) =>
    l10n.t('Progress is {0}%; tasks done: {1} of {2}.', percent, done, total),
  'panel.why-no-tasks': () => l10n.t('It has no tasks yet.'),
  'panel.loose': (count: number) =>
    count === 1
      ? l10n.t('1 task belongs to no milestone')
      : l10n.t('{0} tasks belong to no milestone', count),

  // Lists
  'panel.due-span': (days: number) =>
    days === 1 ? l10n.t('overdue or due by tomorrow') : l10n.t('overdue or due within {0} days', days),
  'panel.no-reason': () => l10n.t('No reason given'),
  'panel.problems': (problems: number, files: number) =>
    problems === 1
      ? l10n.t('1 problem in the plan files')
      : files === 1
        ? l10n.t('{0} problems in 1 plan file', problems)
        : l10n.t('{0} problems in {1} plan files', problems, files),
  'panel.recent-too-early': (day: string, first: string) =>
    l10n.t(
      'The history begins on {1}, so nothing can be compared with {0} yet.',
      formatDay(day),
      formatDay(first),
    ),
  'panel.recent-no-git': () => l10n.t('Without git, Milepost cannot tell what changed.'),
  'panel.recent-reading': () => l10n.t('Reading git…'),

  // Which plan
  'panel.banner-default': (branch: string, here: string) =>
    l10n.t('Showing {0}; you are on {1}', branch, here),
  'panel.banner-current': (branch: string, here: string) =>
    l10n.t('Showing the plan of {1}, not of {0}', branch, here),
  'panel.banner-differ': (items: number) =>
    items === 0
      ? l10n.t('nothing differs in your files')
      : items === 1
        ? l10n.t('1 item differs in your files')
        : l10n.t('{0} items differ in your files', items),
  'panel.banner-hint': (branch: string) =>
    l10n.t(
      'Compares {0} as it is now with your files, saved or not. The review counts only commits since this branch left {0}.',
      branch,
    ),
  'panel.state-here': (branch: string) => l10n.t('{0}, working tree', branch),
  'panel.banner-fetched': (days: number) =>
    days === 0
      ? l10n.t('last fetched today')
      : days === 1
        ? l10n.t('last fetched yesterday')
        : l10n.t('last fetched {0} days ago', days),
  'panel.fetch': () => l10n.t('Fetch'),
  'panel.banner-show-default': (branch: string) => l10n.t('Show {0}', branch),

  // Risks
  'panel.factors': (probability: number, impact: number) =>
    l10n.t('probability {0} × impact {1}', probability, impact),
  'panel.factors-missing': () => l10n.t('probability or impact is missing'),
  'panel.risk-open': () => l10n.t('open'),
  'panel.risk-mitigating': () => l10n.t('mitigating'),
  'panel.risk-accepted': () => l10n.t('accepted'),
  'panel.risk-occurred': () => l10n.t('occurred'),
  'panel.risk-closed': () => l10n.t('closed'),
  'panel.response-avoid': () => l10n.t('avoid'),
  'panel.response-mitigate': () => l10n.t('mitigate'),
  'panel.response-transfer': () => l10n.t('transfer'),
  'panel.response-accept': () => l10n.t('accept'),

  // Review
  'panel.id-taken': (id: string, here: string, branch: string, there: string) =>
    l10n.t('{0} is given twice: here to "{1}", on {2} to "{3}"', id, here, branch, there),
  'panel.renumber': (title: string) => l10n.t('Give "{0}" a New Id…', title),
  'panel.review-tasks': (count: number) => (count === 1 ? l10n.t('1 task') : l10n.t('{0} tasks', count)),
  'panel.review-without': (count: number) =>
    count === 1 ? l10n.t('1 commit without a task') : l10n.t('{0} commits without a task', count),
  'panel.review-changes': (count: number) =>
    count === 1 ? l10n.t('changes 1 plan item') : l10n.t('changes {0} plan items', count),
  'panel.review-criteria': (count: number) =>
    count === 1 ? l10n.t('1 open criterion') : l10n.t('{0} open criteria', count),
  'panel.criteria-of': (done: number, total: number) =>
    total === 1 ? l10n.t('{0} of 1 criterion', done) : l10n.t('{0} of {1} criteria', done, total),
  'panel.observed-none': () => l10n.t('no work seen in git'),
  'panel.observed-started': () => l10n.t('started, not merged'),
  'panel.observed-landed': () => l10n.t('merged'),
  'panel.observed-closed': () => l10n.t('closed by a commit'),
  'panel.weak-mentions': () => l10n.t('mention'),
  'panel.weak-plans': () => l10n.t('plan only'),
  'panel.evidence-manual': () => l10n.t('linked by hand'),
  'panel.evidence-closes': () => l10n.t('closing word'),
  'panel.evidence-trailer': () => l10n.t('line in message'),
  'panel.evidence-subject': () => l10n.t('in the subject'),
  'panel.evidence-branch': () => l10n.t('branch'),
  'panel.evidence-body': () => l10n.t('mentioned'),
  'panel.evidence-file': () => l10n.t('edits the task'),
};

/** Sentences of the progress panel that the trees do not use. Their types derive from it. */
export const panelSentences = joinSentences([
  panelFacts,
  panelLabels,
  chartLabels,
  peopleSentences,
  riskSentences,
  riskTables,
]);

/** The codes of these sentences, with their arguments. */
export type PanelMessages = { [K in keyof typeof panelSentences]: Parameters<(typeof panelSentences)[K]> };
