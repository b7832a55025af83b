import { LEVELS } from '../../shared/risksModel';
import type { HeatModel } from '../../shared/risksModel';
import { csvText } from './csv';
import { tableExport } from './export';
import { markdownTable } from './markdownTable';
import { word } from './word';

/** The heat map with the ids of its risks. */
export const heatMapExport = tableExport('heat-map', 'risks', ({ heat }) => heat, {
  markdown: heatMarkdown,
  csv: heatCsv,
});

/** In a last row stand those that have no place on the map. */
function heatMarkdown({ rows, unscored, more }: HeatModel): string {
  return markdownTable(
    [
      `${word('heat.probability')} / ${word('heat.impact')}`,
      ...LEVELS.map(level => `${level} ${word(`heat.impact-${level}`)}`),
    ],
    [
      ...LEVELS.toReversed().map((level, row) => [
        `${level} (${word(`heat.probability-${level}`)})`,
        ...(rows[row] ?? []).map(({ ids, count }) => named(ids, count - ids.length, ', ')),
      ]),
      ...(unscored.length > 0
        ? [
            [
              word('panel.band-unscored'),
              named(
                unscored.map(({ id }) => id),
                more,
                ', ',
              ),
              ...LEVELS.slice(1).map(() => ''),
            ],
          ]
        : []),
    ],
  );
}

/** A line for each cell, and one for what is not scored. */
function heatCsv({ rows, unscored, more }: HeatModel): string {
  const none = unscored.map(({ id }) => id);
  return csvText(
    ['probability', 'impact', 'score', 'band', 'count', 'risks'],
    [
      ...rows
        .flat()
        .map(({ probability, impact, band, count, ids }) => [
          String(probability),
          String(impact),
          String(probability * impact),
          band,
          String(count),
          named(ids, count - ids.length, ' '),
        ]),
      ['', '', '', 'unscored', String(none.length + more), named(none, more, ' ')],
    ],
  );
}

/** @param more how many are not named */
function named(ids: readonly string[], more: number, separator: string): string {
  return [...ids, ...(more > 0 ? [`(+${more})`] : [])].join(separator);
}
