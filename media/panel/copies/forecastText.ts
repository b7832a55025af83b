import type { BurnUpModel, ForecastDatesModel, ForecastRowModel } from '../../../src/shared/forecastModel';
import { say } from '../../../src/shared/sentences/say';
import { csvText } from '../../../src/shared/csv';
import { markdownTable } from '../../../src/shared/markdownTable';

const SHARES = ['p50', 'p85', 'p95'] as const;
const HEAD = ['panel.milestone', 'panel.open-tasks', 'panel.due-date'] as const;

/** A row for each milestone; dates are ISO days. */
export function forecastMarkdown(rows: readonly ForecastRowModel[]): string {
  const steady = rows.some(row => row.steady);
  const head = [...HEAD.map(code => say({ code, args: [] })), ...SHARES.map(share => share.toUpperCase())];
  const cells = rows.map(row => [
    say(row.name),
    String(row.remaining),
    row.due?.date ?? '–',
    ...SHARES.map(share => row[share]?.date ?? '–'),
    ...(steady ? [row.steady?.p85?.date ?? '–'] : []),
  ]);
  return markdownTable(steady ? [...head, say({ code: 'panel.if-scope-stays', args: [] })] : head, cells);
}

/** The same with all three dates if scope stays; a date beyond the horizon is empty. */
export function forecastCsv(rows: readonly ForecastRowModel[]): string {
  const dates = (of: ForecastDatesModel | undefined): string[] =>
    SHARES.map(share => of?.[share]?.date ?? '');
  return csvText(
    ['milestone', 'name', 'open', 'due', ...SHARES, ...SHARES.map(share => `steady_${share}`)],
    rows.map(row => [
      row.milestone?.id ?? '',
      say(row.name),
      String(row.remaining),
      row.due?.date ?? '',
      ...dates(row),
      ...dates(row.steady),
    ]),
  );
}

/** A row for each day of the chart; what lies ahead says how much will be done, as a range and in the middle. */
export function burnUpMarkdown({ points, cone }: Pick<BurnUpModel, 'points' | 'cone'>): string {
  const head = (['panel.day', 'panel.scope', 'panel.done', 'panel.likely'] as const).map(code =>
    say({ code, args: [] }),
  );
  return markdownTable(
    [...head, 'P50'],
    [
      ...points.map(({ day, scope, done }) => [day, String(scope), String(done), '', '']),
      ...cone.map(({ day, p15, p50, p85 }) => [day, '', '', `${tidy(p85)}–${tidy(p15)}`, String(tidy(p50))]),
    ],
  );
}

export function burnUpCsv({ points, cone }: Pick<BurnUpModel, 'points' | 'cone'>): string {
  return csvText(
    ['day', 'scope', 'done', 'done_p15', 'done_p50', 'done_p85'],
    [
      ...points.map(({ day, scope, done }) => [day, String(scope), String(done), '', '', '']),
      ...cone.map(({ day, p15, p50, p85 }) => [
        day,
        '',
        '',
        ...[p15, p50, p85].map(one => String(tidy(one))),
      ]),
    ],
  );
}

/** One decimal. */
function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}
