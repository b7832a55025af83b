import { csvText } from '../../../src/shared/csv';
import { markdownTable } from '../../../src/shared/markdownTable';
import { BANDS } from '../../../src/shared/risksModel';
import type { TrendLevelModel } from '../../../src/shared/risksModel';
import { word } from './word';

/** A row for every day on which the register changed. */
export function trendMarkdown(levels: readonly TrendLevelModel[]): string {
  return markdownTable(
    [word('panel.day'), ...BANDS.map(band => word(`panel.band-${band}`))],
    levels.map(({ day, counts }) => [day, ...counts.map(String)]),
  );
}

export function trendCsv(levels: readonly TrendLevelModel[]): string {
  return csvText(
    ['day', ...BANDS],
    levels.map(({ day, counts }) => [day, ...counts.map(String)]),
  );
}
