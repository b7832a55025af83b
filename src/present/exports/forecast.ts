import type { ForecastDatesModel, ForecastRowModel } from '../../shared/forecastModel';
import { say } from '../../words/say';
import { csvText } from './csv';
import { tableExport } from './export';
import { markdownTable } from './markdownTable';
import { word } from './word';

/** When each milestone is done; dates are ISO days. */
export const forecastExport = tableExport(
  'forecast',
  'forecast',
  ({ rows }) => (rows.length > 0 ? rows : undefined),
  { markdown: forecastMarkdown, csv: forecastCsv },
);

const SHARES = ['p50', 'p85', 'p95'] as const;
const HEAD = ['panel.milestone', 'panel.open-tasks', 'panel.due-date'] as const;

function forecastMarkdown(rows: readonly ForecastRowModel[]): string {
  const steady = rows.some(row => row.steady);
  const head = [...HEAD.map(word), ...SHARES.map(share => share.toUpperCase())];
  const cells = rows.map(row => [
    say(row.name),
    String(row.remaining),
    row.due?.date ?? '–',
    ...SHARES.map(share => row[share]?.date ?? '–'),
    ...(steady ? [row.steady?.p85?.date ?? '–'] : []),
  ]);
  return markdownTable(steady ? [...head, word('panel.if-scope-stays')] : head, cells);
}

/** The same with all three dates if scope stays; a date beyond the horizon is empty. */
function forecastCsv(rows: readonly ForecastRowModel[]): string {
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
