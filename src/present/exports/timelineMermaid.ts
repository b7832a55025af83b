import { say } from '../../words/say';
import type { BarModel, TimelineModel } from '../../shared/timelineModel';
import { word } from './word';

/**
 * The timeline as a Gantt chart of Mermaid: milestones as sections with their due dates, tasks with the days of the
 * schedule, both included. Days off are no matter of the chart, so that its own arithmetic moves nothing.
 */
export function timelineMermaid({ groups }: TimelineModel): string {
  const due = word('panel.due-date');
  return [
    'gantt',
    '    dateFormat YYYY-MM-DD',
    '    axisFormat %d %b',
    '    inclusiveEndDates',
    ...groups.flatMap((group, section) => [
      `    section ${name(say(group.name))}`,
      ...(group.due ? [line(due, ['milestone', `m${section}`, group.due.date, '0d'])] : []),
      ...group.bars.map((bar, at) =>
        line(`${bar.id} ${bar.title}`, [...tags(bar), `t${section}_${at}`, bar.span.start, bar.span.finish]),
      ),
    ]),
  ].join('\n');
}

function tags({ critical, category }: BarModel): readonly string[] {
  return [...(critical ? ['crit'] : []), ...(category === 'active' ? ['active'] : [])];
}

function line(title: string, data: readonly string[]): string {
  return `    ${name(title)} :${data.join(', ')}`;
}

/** Words with which a line of the chart would be something else than a task. */
const KEYWORD =
  /^(gantt|section|title|click|call|href|dateformat|axisformat|tickinterval|includes|excludes|todaymarker|inclusiveenddates|topaxis|weekday|weekend|vert|acctitle|accdescr)\b/i;

/** Repository text where the chart expects a name: signs that end it or begin a comment look the same and are others. */
function name(text: string): string {
  const shown = text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/</g, '\u2039')
    .replace(/>/g, '\u203a')
    .replace(/:/g, '\uff1a')
    .replace(/;/g, '\uff1b')
    .replace(/#/g, '\uff03')
    .replace(/%%/g, '%\u200b%')
    .trim();
  return shown === '' || KEYWORD.test(shown) ? `\u2013 ${shown}` : shown;
}
