import type { Finding } from '../../../core/insight/findings/finding';
import { lacksOf } from '../../../core/insight/findings/remedies';
import type { PlanInsight } from '../../../core/insight/planInsight';
import type { IsoDate } from '../../../core/base/dates';
import type { Item } from '../../../core/plan/model';
import type { Text } from '../../../words/text';

const RESPONSES = ['avoid', 'mitigate', 'transfer', 'accept'] as const;

/** What can be decided about a finding, with the dates that each choice means. */
export function choicesOf(
  { id, reasons }: Finding,
  item: Item | undefined,
  insight: PlanInsight | undefined,
): readonly Text[] {
  switch (id) {
    case 'scope-growing':
      return [{ code: 'panel.choose-stop', args: [] }, ...newDates(item, insight)];
    case 'blocked':
      return [
        { code: 'panel.choose-unblock', args: [] },
        ...(item?.kind === 'task' && item.until
          ? [{ code: 'panel.choose-wait' as const, args: [item.until] as [string] }]
          : []),
        { code: 'panel.choose-without', args: [] },
      ];
    case 'over-allocated':
      return [
        { code: 'panel.choose-hand-over', args: [] },
        { code: 'panel.choose-later', args: [] },
      ];
    case 'risk-unmanaged':
      return lacksOf(reasons).includes('response')
        ? RESPONSES.map(response => ({ code: `panel.response-${response}` as const, args: [] }))
        : [];
    default:
      return [
        ...newDates(item, insight),
        ...(item?.kind === 'milestone' && item.due !== undefined
          ? [{ code: 'panel.choose-cut' as const, args: [item.due] as [string] }]
          : []),
      ];
  }
}

/** Later dates that a milestone could be moved to, the surest first; without a forecast the last day of its schedule. */
function newDates(item: Item | undefined, insight: PlanInsight | undefined): readonly Text[] {
  if (item?.kind !== 'milestone' || !insight) {
    return [];
  }
  const { forecast, schedule } = insight;
  const isLater = (date: IsoDate | undefined): date is IsoDate =>
    date !== undefined && (item.due === undefined || date > item.due);
  const own =
    forecast.kind === 'forecast'
      ? forecast.milestones.find(({ milestone }) => milestone === item.key)
      : undefined;
  if (own) {
    return [
      ...(isLater(own.p85) ? [{ code: 'panel.choose-safe' as const, args: [own.p85] as [string] }] : []),
      ...(isLater(own.p50) && own.p50 !== own.p85
        ? [{ code: 'panel.choose-even' as const, args: [own.p50] as [string] }]
        : []),
    ];
  }
  const finish = schedule.milestones.get(item.key)?.limited;
  return isLater(finish) ? [{ code: 'panel.choose-finish', args: [finish] }] : [];
}
