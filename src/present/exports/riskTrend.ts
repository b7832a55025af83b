import { BANDS } from '../../shared/risksModel';
import type { TrendLevelModel } from '../../shared/risksModel';
import { csvText } from './csv';
import { tableExport } from './export';
import { markdownTable } from './markdownTable';
import { word } from './word';

/** Open risks by band, a row for every day on which the register changed. */
export const riskTrendExport = tableExport(
  'risk-trend',
  'risks',
  ({ trend }) => (trend?.kind === 'trend' ? trend.levels : undefined),
  { markdown: trendMarkdown, csv: trendCsv },
);

function trendMarkdown(levels: readonly TrendLevelModel[]): string {
  return markdownTable(
    [word('panel.day'), ...BANDS.map(band => word(`panel.band-${band}`))],
    levels.map(({ day, counts }) => [day, ...counts.map(String)]),
  );
}

function trendCsv(levels: readonly TrendLevelModel[]): string {
  return csvText(
    ['day', ...BANDS],
    levels.map(({ day, counts }) => [day, ...counts.map(String)]),
  );
}
