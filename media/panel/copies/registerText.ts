import { csvText } from '../../../src/shared/csv';
import { markdownTable } from '../../../src/shared/markdownTable';
import type { RiskRecord } from '../../../src/shared/risksModel';
import { word } from './word';

const COLUMNS = [
  'risks.risk',
  'risks.score',
  'panel.status',
  'risks.band',
  'panel.owner',
  'panel.response',
  'panel.review-date',
  'panel.milestone',
] as const;

/** The register as a table, one risk in a row. */
export function registerMarkdown(records: readonly RiskRecord[]): string {
  return markdownTable(
    ['', ...COLUMNS.map(word)],
    records.map(risk => [
      risk.id,
      risk.title,
      risk.score === undefined ? '–' : `${risk.score} (${risk.probability} × ${risk.impact})`,
      word(`panel.risk-${risk.status}`),
      word(`panel.band-${risk.band}`),
      risk.owner ?? '–',
      risk.response ? word(`panel.response-${risk.response}`) : '–',
      risk.review ?? '–',
      risk.milestone ?? '',
    ]),
  );
}

const FIELDS = [
  'id',
  'title',
  'status',
  'probability',
  'impact',
  'score',
  'band',
  'response',
  'owner',
  'review',
  'milestone',
] as const;

/** The same with the words of its files, and with mitigation tasks. */
export function registerCsv(records: readonly RiskRecord[]): string {
  return csvText(
    [...FIELDS, 'tasks'],
    records.map(risk => [...FIELDS.map(field => String(risk[field] ?? '')), risk.tasks.join(' ')]),
  );
}
