import type { RiskRecord } from '../../shared/risksModel';
import { csvText } from './csv';
import { tableExport } from './export';
import { markdownTable } from './markdownTable';
import { word } from './word';

/** The register, one risk in a row: those that have happened, then those that are chosen. */
export const risksExport = tableExport(
  'risks',
  'risks',
  ({ register: { records } }) => (records.length > 0 ? records : undefined),
  { markdown: registerMarkdown, csv: registerCsv },
);

const COLUMNS = [
  'register.risk',
  'register.score',
  'panel.status',
  'register.band',
  'panel.owner',
  'panel.response',
  'panel.review-date',
  'panel.milestone',
] as const;

function registerMarkdown(records: readonly RiskRecord[]): string {
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
function registerCsv(records: readonly RiskRecord[]): string {
  return csvText(
    [...FIELDS, 'tasks'],
    records.map(risk => [...FIELDS.map(field => String(risk[field] ?? '')), risk.tasks.join(' ')]),
  );
}
