import * as l10n from '@vscode/l10n';
import type { RemainingSource } from '../core/insight/schedule/remaining';
import { formatDay } from './days';

/** How much work is left on a task and where the figure comes from, and how far the task may slip. */
export const remainingSentences = {
  /** @param days working days at full attention */
  'left.days': (days: number, source: RemainingSource) =>
    days === 1
      ? l10n.t('1 day of work left ({0})', sourceText(source))
      : l10n.t('{0} days of work left ({1})', days, sourceText(source)),
  'left.source': (source: RemainingSource) => sourceText(source),
  'left.late': (days: number, due: string) =>
    days === 1
      ? l10n.t('1 working day too late for {0}', formatDay(due))
      : l10n.t('{0} working days too late for {1}', days, formatDay(due)),
  'left.spare': (days: number, due: string) =>
    days === 1
      ? l10n.t('1 working day to spare before {0}', formatDay(due))
      : l10n.t('{0} working days to spare before {1}', days, formatDay(due)),
  'left.float': (days: number) =>
    days === 1
      ? l10n.t('1 working day until it delays the plan')
      : l10n.t('{0} working days until it delays the plan', days),
};

/** Returns where a figure of work left comes from, in a few words. */
function sourceText(source: RemainingSource): string {
  switch (source) {
    case 'remaining':
      return l10n.t('set in the plan');
    case 'spent':
      return l10n.t('estimate less time spent');
    case 'criteria':
      return l10n.t('estimate less checked criteria');
    case 'subtasks':
      return l10n.t('sum of its subtasks');
    case 'estimate':
      return l10n.t('estimate');
    case 'assumed':
      return l10n.t('assumed, no estimate in working time');
  }
}
