import type { Reliability } from '../../core/insight/forecast/backtest';
import type { ForecastDates } from '../../core/insight/forecast/forecastResult';
import { slackOf } from '../../core/insight/schedule/slack';
import type { Slack } from '../../core/insight/schedule/slack';
import type { Task } from '../../core/plan/model';
import { plainDay } from '../../words/days';
import { say } from '../../words/say';
import { idOrPlace } from '../idOrPlace';
import type { InsightOfPlan } from '../../core/insight/insightOfPlan';
import { missingParts } from '../missingParts';
import { noDatesTexts } from '../noDates';
import { tenths } from '../workLeft';
import { columns } from './columns';

const COLUMNS = [
  'cli.start',
  'cli.end',
  'cli.left',
  'cli.left-from',
  'cli.critical',
  'cli.due-float',
  'cli.title',
] as const;

/** What `milepost schedule` prints for one plan: open tasks by their dates within the limits, and what decides them. */
export function scheduleTable({ plan, insight: { schedule } }: InsightOfPlan): string[] {
  const { finish, path, tasks, assumed, assumedDays, unlimited, cyclic, noDates } = schedule;
  const missing = missingParts(plan).map(say);
  if (noDates) {
    return [...noDatesTexts(noDates, plan).map(say), ...missing];
  }
  if (!finish) {
    return [say({ code: 'nothing-open', args: [] }), ...missing];
  }
  const byUid = new Map(plan.tasks.map(task => [task.uid, task]));
  const nameOf = (uid: string): string => idOrPlace(byUid.get(uid) as Task);
  const rows = [...tasks.values()]
    .sort((a, b) => compare(a.limitedStart ?? '9', b.limitedStart ?? '9') || compare(a.start, b.start))
    .map(task => [
      nameOf(task.uid),
      plainDay(task.limitedStart ?? '-'),
      plainDay(task.limitedFinish ?? '-'),
      `${tenths(task.remaining.days)}d${task.remaining.source === 'assumed' ? '?' : ''}`,
      say({ code: 'left.source', args: [task.remaining.source] }),
      task.critical ? '*' : '',
      toSpare(slackOf(task, plan.settings)),
      byUid.get(task.uid)?.title ?? '',
    ]);
  const withoutDates = [...tasks.values()].filter(task => task.limitedFinish === undefined).length;
  const head = COLUMNS.map(code => say({ code, args: [] }));
  return [
    say(
      finish.limited === undefined
        ? { code: 'cli.no-finish', args: [withoutDates, plainDay(finish.critical)] }
        : { code: 'cli.finish', args: [plainDay(finish.limited), plainDay(finish.critical)] },
    ),
    say({ code: 'cli.critical-path', args: [path.map(nameOf).join(' → ')] }),
    ...(assumed > 0
      ? [say({ code: 'cli.assumed', args: [Math.round(assumed * 100), tenths(assumedDays)] })]
      : []),
    ...(unlimited ? [say({ code: 'cli.no-people', args: [] })] : []),
    ...missing,
    ...(cyclic.length > 0 ? [say({ code: 'cli.cycle', args: [cyclic.map(nameOf).join(', ')] })] : []),
    '',
    ...columns([['', ...head], ...rows]).map(line => `  ${line}`),
  ];
}

/** What `milepost forecast` prints for one plan. */
export function forecastTable({ plan, insight: { forecast, backtest } }: InsightOfPlan): string[] {
  const reasons = [...missingParts(plan).map(say), ...forecast.reasons.map(say)];
  const other = forecast.kind === 'forecast' && forecast.method !== 'throughput';
  const tested = backtest
    ? ['', backtestLine(backtest), ...(other ? [say({ code: 'panel.reliability-other', args: [] })] : [])]
    : [];
  if (forecast.kind === 'none') {
    return [...reasons, ...tested];
  }
  const date = (dates: ForecastDates | undefined, share: 'p50' | 'p85' | 'p95'): string =>
    plainDay(dates?.[share] ?? '-');
  const rows = forecast.milestones.map(row => {
    const milestone = plan.milestones.find(({ key }) => key === row.milestone);
    const name = milestone?.title ?? say({ code: 'cli.without-milestone', args: [] });
    return [
      name,
      `${row.remaining}`,
      milestone?.due ?? '',
      date(row, 'p50'),
      date(row, 'p85'),
      date(row, 'p95'),
      date(row.steady, 'p85'),
    ];
  });
  const { whole } = forecast;
  const total = [
    say({ code: 'cli.all-open', args: [] }),
    `${whole.remaining}`,
    '',
    date(whole, 'p50'),
    date(whole, 'p85'),
    date(whole, 'p95'),
    date(whole.steady, 'p85'),
  ];
  const steady = say({ code: 'cli.steady', args: [] });
  const head = [
    say({ code: 'cli.milestone', args: [] }),
    say({ code: 'cli.open', args: [] }),
    say({ code: 'cli.due', args: [] }),
    'P50',
    'P85',
    'P95',
    steady,
  ];
  const byThroughput = forecast.method === 'throughput';
  return [
    ...columns([head, ...rows, total].map(row => (byThroughput ? row : row.slice(0, -1)))),
    '',
    ...reasons,
    ...tested,
  ];
}

function backtestLine({ trials, independent, p50, p85 }: Reliability): string {
  return trials === 0
    ? say({ code: 'cli.no-trials', args: [] })
    : say({
        code: 'cli.backtest',
        args: [trials, independent, Math.round(p50 * 100), Math.round(p85 * 100)],
      });
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Working days until the due date that rests on a task; negative when they are missing. */
function toSpare(slack: Slack | undefined): string {
  return slack === undefined || slack.kind === 'float'
    ? ''
    : `${slack.kind === 'late' ? -slack.days : slack.days}d`;
}
