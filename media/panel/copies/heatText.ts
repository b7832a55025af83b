import { csvText } from '../../../src/shared/csv';
import { markdownTable } from '../../../src/shared/markdownTable';
import { LEVELS } from '../../../src/shared/risksModel';
import type { HeatModel } from '../../../src/shared/risksModel';
import { word } from './word';

/** The map with the ids of its risks, and in a last row those that have no place on it. */
export function heatMarkdown({ rows, unscored, more }: HeatModel): string {
  return markdownTable(
    [
      `${word('risks.probability')} / ${word('risks.impact')}`,
      ...LEVELS.map(level => `${level} ${word(`risks.impact-${level}`)}`),
    ],
    [
      ...LEVELS.toReversed().map((level, row) => [
        `${level} (${word(`risks.probability-${level}`)})`,
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
export function heatCsv({ rows, unscored, more }: HeatModel): string {
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
