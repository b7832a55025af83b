import type { TimelineModel } from '../../../src/shared/timelineModel';
import { csvText } from '../../../src/shared/csv';

/** All bars as CSV. Made here, so that no message holds them twice. */
export function timelineCsv({ groups }: TimelineModel): string {
  return csvText(
    ['id', 'title', 'status', 'start', 'finish', 'due', 'critical', 'assumed'],
    groups
      .flatMap(({ bars }) => bars)
      .map(({ id, title, status, span, due, critical, assumed }) => [
        id,
        title,
        status,
        span.start,
        span.finish,
        due ?? '',
        String(critical),
        String(assumed),
      ]),
  );
}
