import { say } from '../../words/say';
import type { TimelineModel } from '../../shared/timelineModel';
import { csvText } from './csv';
import { tableExport } from './export';
import { timelineMermaid } from './timelineMermaid';
import { markdownTable } from './markdownTable';
import { word } from './word';

/** The bars of the timeline, milestone by milestone. */
export const timelineExport = tableExport(
  'timeline',
  'timeline',
  model => (model.empty === undefined ? model : undefined),
  { markdown: timelineMarkdown, csv: timelineCsv, mermaid: timelineMermaid },
);

const HEAD = [
  'panel.milestone',
  'panel.task',
  'panel.status',
  'panel.start',
  'panel.finish',
  'panel.due-date',
] as const;

function timelineCsv({ groups }: TimelineModel): string {
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

function timelineMarkdown({ groups }: TimelineModel): string {
  return markdownTable(
    HEAD.map(word),
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
