import * as l10n from '@vscode/l10n';
import type { DateStep } from '../core/insight/dateBridge';
import { formatDay } from './days';

/** How the date of a milestone comes about, step by step. */
export const dateBridgeSentences = {
  'ui.date-bridge': (steps: readonly DateStep[]) => {
    const said = steps.map(stepText).join(' \u2192 ');
    return said.charAt(0).toLocaleUpperCase() + said.slice(1);
  },
};

function stepText(step: DateStep): string {
  if (step.kind === 'tasks') {
    return tasksText(step.left, step.before, tenths(step.perWeek));
  }
  const { date } = step;
  if (date === undefined) {
    return neverText(step.kind);
  }
  const day = formatDay(date);
  switch (step.kind) {
    case 'work':
      return l10n.t('work alone: {0}', day);
    case 'people':
      return l10n.t("with your team's availability: {0}", day);
    case 'pace':
      return l10n.t('as long as work really takes (× {0}): {1}', tenths(step.factor), day);
    case 'even':
      return l10n.t('even odds: {0}', day);
    case 'safe':
      return l10n.t('safe to promise: {0} (85%)', day);
  }
}

function tasksText(left: number, before: number, perWeek: number): string {
  const pace = perWeek === 1 ? l10n.t('1 task a week') : l10n.t('{0} tasks a week', perWeek);
  if (before > 0) {
    return left === 1
      ? l10n.t('1 task left, {0} of other milestones first, {1}', before, pace)
      : l10n.t('{0} tasks left, {1} of other milestones first, {2}', left, before, pace);
  }
  return left === 1 ? l10n.t('1 task left, {0}', pace) : l10n.t('{0} tasks left, {1}', left, pace);
}

function neverText(kind: Exclude<DateStep['kind'], 'tasks'>): string {
  switch (kind) {
    case 'even':
      return l10n.t('less than even odds within two years');
    case 'safe':
      return l10n.t('no date within two years is safe to promise');
    default:
      return l10n.t('somebody or something it needs is never available');
  }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
