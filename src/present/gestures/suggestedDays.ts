import { BEYOND } from '../../core/base/dates';
import { dateBridge } from '../../core/insight/dateBridge';
import type { Item } from '../../core/plan/model';
import type { Scope } from '../rows/scope';
import type { SuggestedDay } from './dayQuestion';

/** The days that schedule and forecast give for a field of one item. */
export function suggestedDays(
  { insight }: Pick<Scope, 'insight'>,
  items: readonly Item[],
  field: string,
): readonly SuggestedDay[] {
  const [item, ...others] = items;
  if (!insight || !item || others.length > 0) {
    return [];
  }
  if (item.kind === 'milestone' && field === 'due') {
    return dateBridge(item.key, insight).flatMap((step): readonly SuggestedDay[] => {
      const date = 'date' in step ? step.date : undefined;
      return date === undefined || date === BEYOND || (step.kind !== 'even' && step.kind !== 'safe')
        ? []
        : [{ day: date, reason: { code: `edit.day-${step.kind}`, args: [] } }];
    });
  }
  const own = insight.schedule.tasks.get(item.uid);
  const day = field === 'due' ? own?.limitedFinish : field === 'start' ? own?.limitedStart : undefined;
  return day === undefined || day === BEYOND
    ? []
    : [{ day, reason: { code: 'edit.day-scheduled', args: [] } }];
}
