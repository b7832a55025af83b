import type { TimelineModel } from '../../../src/shared/timelineModel';
import { csvText } from '../../../src/shared/csv';
import { markdownTable } from '../../../src/shared/markdownTable';
import { say } from '../../../src/shared/sentences/say';

const HEAD = [
  'panel.milestone',
  'panel.task',
  'panel.status',
  'panel.start',
  'panel.finish',
  'panel.due-date',
] as const;

/** All bars as CSV. Made here, as the table below, so that no message holds them twice. */
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

/** The same as a table for people, milestone by milestone. */
export function timelineMarkdown({ groups }: TimelineModel): string {
  return markdownTable(
    HEAD.map(code => say({ code, args: [] })),
    groups.flatMap(({ name, bars }) =>
      bars.map(({ id, title, status, span, due }) => [
        say(name),
        `${id} ${title}`,
        status,
        span.start,
        span.finish,
        due ?? '–',
      ]),
    ),
  );
}
