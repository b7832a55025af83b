import * as l10n from '@vscode/l10n';
import type { FindingMessages, RiskLack } from '../core/insight/findings/finding';
import { formatDay } from './days';
import { healthWord } from './health';
import type { Sentences } from './sentences';

/** Sentences of findings and of their reasons. */
export const findingSentences: Sentences<FindingMessages> = {
  'open-but-started': (commits, branch) =>
    commits === 1
      ? l10n.t('Not started in the plan, but 1 commit is on {0}', branch)
      : l10n.t('Not started in the plan, but {0} commits are on {1}', commits, branch),
  'looks-finished': (commits, last) =>
    commits === 1
      ? l10n.t('Looks finished: its commit was merged on {0}', formatDay(last))
      : l10n.t('Looks finished: all {0} commits are merged, the last one on {1}', commits, formatDay(last)),
  'closed-not-done': (commit, date) =>
    l10n.t('Closed by {0} on {1}, but not done in the plan', commit.slice(0, 8), formatDay(date)),
  'done-but-unmerged': (branch, commits) =>
    commits === 1
      ? l10n.t('Done in the plan, but 1 commit on {0} has not been merged', branch)
      : l10n.t('Done in the plan, but {1} commits on {0} have not been merged', branch, commits),
  'active-but-quiet': days =>
    days === 1
      ? l10n.t('Active in the plan, but no work commit for 1 working day')
      : l10n.t('Active in the plan, but no work commit for {0} working days', days),
  'done-without-evidence': () => l10n.t('Done in the plan, but no commit belongs to it'),
  'work-after-done': (commits, date) =>
    commits === 1
      ? l10n.t('Done on {0}, but a commit came later', formatDay(date))
      : l10n.t('Done on {1}, but {0} commits came later', commits, formatDay(date)),
  'link-moved': links =>
    links === 1
      ? l10n.t('A linked commit was rewritten, and the link names its old hash')
      : l10n.t('{0} linked commits were rewritten, and the links name their old hashes', links),
  'link-lost': (links, hash) =>
    links === 1
      ? l10n.t('The linked commit {0} is not in this repository', hash.slice(0, 8))
      : l10n.t('{0} linked commits are not in this repository', links),
  'link-off-branch': (links, hash) =>
    links === 1
      ? l10n.t('The linked commit {0} is on no current branch', hash.slice(0, 8))
      : l10n.t('{0} linked commits are on no current branch', links),
  'id-on-two-branches': (branch, title) =>
    l10n.t('{0} gives this id to another task, "{1}". Renumber one of them before you merge.', branch, title),

  overdue: (due, days) =>
    days === 1
      ? l10n.t('Overdue since {0}, by 1 day', formatDay(due))
      : l10n.t('Overdue since {0}, by {1} days', formatDay(due), days),
  'due-soon': (due, left) =>
    l10n.t('Not started and due on {0}; working days left: {1}', formatDay(due), left),
  blocked: (reason, since, days) => {
    const what =
      since === ''
        ? l10n.t('Blocked')
        : days === 1
          ? l10n.t('Blocked since {0}, for 1 working day', formatDay(since))
          : l10n.t('Blocked since {0}, for {1} working days', formatDay(since), days);
    return reason === '' ? what : l10n.t('{0}: {1}', what, reason);
  },
  'blocked-by-late': (item, due) => l10n.t('Depends on {0}, which is late: due {1}', item, formatDay(due)),
  'p85-past-due': (p85, due) =>
    p85 === ''
      ? l10n.t('No date within two years is safe to promise, due {0}', formatDay(due))
      : l10n.t('Safe to promise: {0}, but due {1}', formatDay(p85), formatDay(due)),
  'negative-due-float': (days, finish, due) =>
    days === 1
      ? l10n.t('Earliest finish {0}, 1 working day after it is due on {1}', formatDay(finish), formatDay(due))
      : l10n.t(
          'Earliest finish {1}, {0} working days after it is due on {2}',
          days,
          formatDay(finish),
          formatDay(due),
        ),
  'used-up': (worked, estimate, checked, criteria) => {
    const days =
      worked === 1
        ? l10n.t('In progress for 1 working day, estimated at {0}', estimate)
        : l10n.t('In progress for {0} working days, estimated at {1}', worked, estimate);
    return criteria === 0
      ? l10n.t('{0}: how much is left?', days)
      : criteria === 1
        ? l10n.t('{0}, {1} of 1 criterion met: how much is left?', days, checked)
        : l10n.t('{0}, {1} of {2} criteria met: how much is left?', days, checked, criteria);
  },
  'no-owner': () => l10n.t('No owner'),
  'no-estimate': () => l10n.t('No estimate, but a due date depends on it'),
  'over-allocated': (person, demand, capacity, until) =>
    demand === 1
      ? l10n.t('{0}: 1 day of work due by {2}, {1} available', person, capacity, formatDay(until))
      : l10n.t('{0}: {1} days of work due by {3}, {2} available', person, demand, capacity, formatDay(until)),
  'one-person': (person, tasks) => l10n.t('All {1} open tasks are assigned to {0} alone', person, tasks),
  'scope-growing': (added, done, weeks) =>
    l10n.t('Scope grows faster than work: {0} tasks added and {1} done in {2} weeks', added, done, weeks),
  'risk-unmanaged': (band, score, ...lacks) =>
    band === 'severe'
      ? l10n.t('Severe risk ({0}): {1}', score, lacksText(lacks))
      : l10n.t('High risk ({0}): {1}', score, lacksText(lacks)),
  'review-passed': review => l10n.t('Review was due on {0}', formatDay(review)),
  'done-but-open': open =>
    open === 1 ? l10n.t('Done, but 1 task is open') : l10n.t('Done, but {0} tasks are open', open),
  'health-disagrees': (declared, computed) =>
    l10n.t('You set: {0}; computed: {1}', declared, healthWord(computed)),
  'health-stale': (declared, date) =>
    l10n.t('You set "{0}" on {1}, and have not updated it since', declared, formatDay(date)),
  'open-tasks': (open, tasks) => l10n.t('Open tasks: {0} of {1}', open, tasks),
  'until-passed': until => l10n.t('It was blocked only until {0}', formatDay(until)),
  'work-left': days =>
    days === 1 ? l10n.t('It needs 1 working day') : l10n.t('It needs {0} working days', days),
  'p50-late': p50 =>
    p50 === '' ? l10n.t('Less than even odds within two years') : l10n.t('Even odds by {0}', formatDay(p50)),
  'p85-is': p85 =>
    p85 === ''
      ? l10n.t('No date within two years is safe to promise')
      : l10n.t('Safe to promise: {0}', formatDay(p85)),
  'wait-start': (start, earliest) =>
    l10n.t('Planned to start on {0}, but cannot start before {1}', formatDay(start), formatDay(earliest)),
  'wait-due': (days, due) =>
    days === 1
      ? l10n.t('It ends 1 working day after it is due on {0}', formatDay(due))
      : l10n.t('It ends {0} working days after it is due on {1}', days, formatDay(due)),
};

/** What a risk lacks: `no response, no owner`. */
export function lacksText(lacks: readonly RiskLack[]): string {
  return lacks.map(lack => LACKS[lack]()).join(', ');
}

const LACKS: Readonly<Record<RiskLack, () => string>> = {
  response: () => l10n.t('no response'),
  owner: () => l10n.t('no owner'),
  review: () => l10n.t('no review date'),
};

/** What a risk is still to be given: `a response, an owner and a review date`. */
export function missingText(lacks: readonly RiskLack[]): string {
  const [first = '', second, third] = lacks.map(lack => MISSING[lack]());
  return third !== undefined
    ? l10n.t('{0}, {1} and {2}', first, second ?? '', third)
    : second !== undefined
      ? l10n.t('{0} and {1}', first, second)
      : first;
}

const MISSING: Readonly<Record<RiskLack, () => string>> = {
  response: () => l10n.t('a response'),
  owner: () => l10n.t('an owner'),
  review: () => l10n.t('a review date'),
};
