import * as l10n from '@vscode/l10n';
import type { Health } from '../core/insight/health/health';
import { formatDay } from './days';
import { healthWord } from './health';

type Shorts = typeof SHORT;

/** A finding by its code, and the figures that its short sentence tells. Days are calendar days unless it says more. */
export type ShortReason = {
  readonly [K in keyof Shorts]: [finding: K, ...figures: Parameters<Shorts[K]>];
}[keyof Shorts];

/** Returns what a finding says first, in as few words as a narrow row has room for. */
export function shortReason(...[finding, ...figures]: ShortReason): string {
  const sentence = SHORT[finding] as (...figures: readonly (string | number)[]) => string;
  return sentence(...figures);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

const SHORT = {
  'open-but-started': (commits: number) =>
    commits === 1 ? l10n.t('Has 1 commit, still to do') : l10n.t('Has {0} commits, still to do', commits),
  'looks-finished': () => l10n.t('Looks finished: all merged'),
  'closed-not-done': () => l10n.t('Closed by a commit, not done'),
  'done-but-unmerged': (commits: number) =>
    commits === 1 ? l10n.t('Done, 1 commit not merged') : l10n.t('Done, {0} commits not merged', commits),
  'active-but-quiet': (days: number) =>
    days === 1 ? l10n.t('No commit for 1 working day') : l10n.t('No commit for {0} working days', days),
  'done-without-evidence': () => l10n.t('Done without a commit'),
  'work-after-done': (commits: number) =>
    commits === 1 ? l10n.t('1 commit after it was done') : l10n.t('{0} commits after it was done', commits),
  'link-moved': (links: number) =>
    links === 1 ? l10n.t('1 linked commit rewritten') : l10n.t('{0} linked commits rewritten', links),
  'link-lost': (links: number) =>
    links === 1 ? l10n.t('1 linked commit missing') : l10n.t('{0} linked commits missing', links),
  'link-off-branch': (links: number) =>
    links === 1 ? l10n.t('1 linked commit on no branch') : l10n.t('{0} linked commits on no branch', links),
  overdue: (days: number) => (days === 1 ? l10n.t('1 day overdue') : l10n.t('{0} days overdue', days)),
  'due-soon': (due: string, today: string) => l10n.t('Due {0}, not started', formatDay(due, today)),
  blocked: (reason: string) => (reason === '' ? l10n.t('Blocked') : l10n.t('Blocked: {0}', reason)),
  'blocked-by-late': (item: string) => l10n.t('Depends on {0}, which is late', item),
  /** @param days 0 where it does not end within the horizon of the forecast */
  'p85-past-due': (days: number) =>
    days === 0
      ? l10n.t('May not end within 2 years')
      : days === 1
        ? l10n.t('May end 1 day late')
        : l10n.t('May end {0} days late', days),
  'negative-due-float': (days: number) =>
    days === 1 ? l10n.t('Ends 1 day late') : l10n.t('Ends {0} days late', days),
  'no-estimate': () => l10n.t('No estimate'),
  'over-allocated': (person: string, demand: number, capacity: number) =>
    demand === 1
      ? l10n.t('{0}: 1 day of work, {1} available', person, capacity)
      : l10n.t('{0}: {1} days of work, {2} available', person, demand, capacity),
  'one-person': (person: string, tasks: number) => l10n.t('All {0} tasks on {1}', tasks, person),
  'scope-growing': () => l10n.t('Scope grows faster than work'),
  'risk-unmanaged': () => l10n.t('Not fully managed'),
  'review-passed': (days: number) =>
    days === 1 ? l10n.t('Review 1 day overdue') : l10n.t('Review {0} days overdue', days),
  'health-disagrees': (declared: string, computed: Health) =>
    capital(l10n.t('{0}, but set to {1}', healthWord(computed), declared)),
  'health-stale': (date: string, today: string) =>
    l10n.t('Health not updated since {0}', formatDay(date, today)),
};
