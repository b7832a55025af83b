import type { NoDates } from '../core/insight/schedule/planSchedule';
import type { Plan } from '../core/plan/model';
import { ownFolder } from '../core/plan/ownFolder';
import type { Text } from '../words/text';

/**
 * Why a plan has no dates, then what to estimate first, in one text each; at the end where estimates are written if the
 * files of the tasks hold none.
 */
export function noDatesTexts({ reason, estimated, open, ask }: NoDates, plan: Plan): readonly Text[] {
  const { tasks, format } = plan;
  if (reason === 'links') {
    return [{ code: 'no-dates.links', args: [] }];
  }
  const names = new Map(tasks.map(({ uid, id, title }) => [uid, `${id} ${title}`.trim()]));
  return [
    { code: 'no-dates.estimates', args: [estimated, open] },
    ...ask.map(({ uid, dependents }): Text => ({
      code: 'no-dates.ask',
      args: [names.get(uid) ?? uid, dependents],
    })),
    ...(format === 'milepost'
      ? []
      : [{ code: 'no-dates.overlay' as const, args: [ownFolder(plan) ?? ''] as [string] }]),
  ];
}
