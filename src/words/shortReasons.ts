import * as l10n from '@vscode/l10n';
import type { FindingMessages } from '../core/insight/findings/finding';
import { daysFrom, formatDay } from './days';
import { findingSentences, lacksText } from './findings';
import { healthWord } from './health';

type Args = readonly (string | number)[];
type Shorts = {
  readonly [K in keyof FindingMessages]?: (args: FindingMessages[K], today: string) => string;
};

/**
 * Returns what a finding says first, in as few words as a narrow row has room for: how much is wrong, without the days
 * it was counted from. Days are calendar days unless it says more.
 * @param code of the reason, with its arguments behind it
 */
export function shortReason(today: string, code: string, ...args: Args): string {
  const short = (SHORT as { readonly [code: string]: ((args: Args, today: string) => string) | undefined })[
    code
  ];
  // The others are short as they are.
  const full = (findingSentences as { readonly [code: string]: ((...args: Args) => string) | undefined })[
    code
  ];
  return short?.(args, today) ?? full?.(...args) ?? '';
}

const SHORT: Shorts = {
  'open-but-started': ([commits]) =>
    commits === 1 ? l10n.t('Has 1 commit, still to do') : l10n.t('Has {0} commits, still to do', commits),
  'looks-finished': () => l10n.t('Looks finished: all merged'),
  'closed-not-done': () => l10n.t('Closed by a commit, not done'),
  'done-but-unmerged': ([, commits]) =>
    commits === 1 ? l10n.t('Done, 1 commit not merged') : l10n.t('Done, {0} commits not merged', commits),
  'active-but-quiet': ([days]) =>
    days === 1 ? l10n.t('No commit for 1 working day') : l10n.t('No commit for {0} working days', days),
  'done-without-evidence': () => l10n.t('Done without a commit'),
  overdue: ([due], today) => {
    const days = daysFrom(due, today);
    return days === 1 ? l10n.t('1 day overdue') : l10n.t('{0} days overdue', days);
  },
  'due-soon': ([due], today) => l10n.t('Due {0}, not started', formatDay(due, today)),
  blocked: ([reason]) => (reason === '' ? l10n.t('Blocked') : l10n.t('Blocked: {0}', reason)),
  'blocked-by-late': ([item]) => l10n.t('Depends on {0}, which is late', item),
  'p85-past-due': ([p85, due]) => {
    const days = daysFrom(due, p85);
    return p85 === ''
      ? l10n.t('May not end within 2 years')
      : days === 1
        ? l10n.t('May end 1 day late')
        : l10n.t('May end {0} days late', days);
  },
  'negative-due-float': ([, finish, due]) => {
    const days = daysFrom(due, finish);
    return days === 1 ? l10n.t('Ends 1 day late') : l10n.t('Ends {0} days late', days);
  },
  'no-estimate': () => l10n.t('No estimate'),
  'scope-growing': () => l10n.t('Scope grows faster than work'),
  'risk-unmanaged': ([, , ...lacks]) => capital(lacksText(lacks)),
  'review-passed': ([review], today) => {
    const days = daysFrom(review, today);
    return days === 1 ? l10n.t('Review 1 day overdue') : l10n.t('Review {0} days overdue', days);
  },
  'health-disagrees': ([declared, computed]) =>
    capital(l10n.t('{0}, but set to {1}', healthWord(computed), declared)),
  'health-stale': ([, date], today) => l10n.t('Health not updated since {0}', formatDay(date, today)),
};

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
