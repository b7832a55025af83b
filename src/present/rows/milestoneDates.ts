import { BEYOND, daysBetween } from '../../core/base/dates';
import type { Milestone } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { shortDueText } from '../dueText';
import { isMilestoneOver } from '../planIndex';
import type { Scope } from './scope';

/**
 * When a milestone is due, and where that is later, by when it is as likely done as not: `2 Dec → 26 Jan`. Where only
 * the day that is safe to promise is late, that one: `2 Dec → 14 Dec (85%)`. Without a forecast the schedule's last day
 * counts. Nothing where it is over or has no due date.
 */
export function milestoneDates({ insight, today }: Scope, milestone: Milestone): readonly Text[] {
  const { due, key } = milestone;
  if (due === undefined || isMilestoneOver(milestone)) {
    return [];
  }
  const late = Math.max(0, daysBetween(due, today));
  const forecast = insight?.forecast.kind === 'forecast' ? insight.forecast : undefined;
  const own = forecast?.milestones.find(one => one.milestone === key);
  const scheduled = insight?.schedule.milestones.get(key);
  const even = own ? own.p50 : scheduled?.limited;
  if (!own && !scheduled) {
    return [shortDueText(due, today)];
  }
  if (even === undefined || even === BEYOND) {
    return [
      late > 0 ? { code: 'ui.late-to-never', args: [late] } : { code: 'ui.due-to-never', args: [due, today] },
    ];
  }
  if (even > due) {
    return [
      late > 0
        ? { code: 'ui.late-to', args: [late, even, today] }
        : { code: 'ui.due-to', args: [due, even, today] },
    ];
  }
  if (own && (own.p85 === undefined || own.p85 > due)) {
    return [
      own.p85 === undefined
        ? { code: 'ui.due-to-never-safe', args: [due, today] }
        : { code: 'ui.due-to-safe', args: [due, own.p85, today] },
    ];
  }
  return [shortDueText(due, today)];
}
