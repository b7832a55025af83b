import { columns, rounded } from '../table';
import type { Comparison } from './comparison';
import type { Figures } from './figures';

const VERDICTS = ['worse', 'better', 'same', 'only here', 'only there'] as const;

/** The comparison as a table, and below it how many rows are what. @param ref what the others are called */
export function comparisonText(ref: string, rows: readonly Comparison[]): string {
  const lines = rows.map(({ name, unit, theirs, ours, ratio, verdict }) => [
    name,
    unit,
    figuresText(theirs),
    figuresText(ours),
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    verdict,
  ]);
  const counts = VERDICTS.map(verdict => ({
    verdict,
    count: rows.filter(row => row.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return [
    columns([['', 'unit', ref, 'ours', 'ratio', ''], ...lines], [2, 3, 4]),
    '',
    counts.map(({ verdict, count }) => `${count} ${verdict}`).join(', '),
  ].join('\n');
}

function figuresText(figures: Figures | undefined): string {
  if (!figures) return '';
  const { median, first, third } = figures;
  return `${rounded(median)} (${rounded(first)}–${rounded(third)})`;
}
