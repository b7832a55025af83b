import type { NoDates } from '../core/insight/schedule/planSchedule';
import type { Plan } from '../core/plan/model';
import type { Text } from '../words/text';

/** Why a plan has no dates, then what to estimate first, in one text each. */
export function noDatesTexts({ reason, estimated, open, ask }: NoDates, { tasks }: Plan): readonly Text[] {
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
  ];
}
