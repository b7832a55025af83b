import type { BurnUpModel } from '../../shared/forecastModel';
import { csvText } from './csv';
import { tableExport } from './export';
import { markdownTable } from './markdownTable';
import { word } from './word';

/** The days of the burn-up chart: scope and done work, and from today on what will be done. */
export const burnUpExport = tableExport('burn-up', 'forecast', ({ burnUp }) => burnUp, {
  markdown: burnUpMarkdown,
  csv: burnUpCsv,
});

const HEAD = ['panel.day', 'panel.scope', 'panel.done', 'panel.likely'] as const;

/** What lies ahead is a range and its middle. */
function burnUpMarkdown({ points, cone }: BurnUpModel): string {
  return markdownTable(
    [...HEAD.map(word), 'P50'],
    [
      ...points.map(({ day, scope, done }) => [day, String(scope), String(done), '', '']),
      ...cone.map(({ day, p15, p50, p85 }) => [day, '', '', `${tidy(p85)}–${tidy(p15)}`, String(tidy(p50))]),
    ],
  );
}

function burnUpCsv({ points, cone }: BurnUpModel): string {
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
