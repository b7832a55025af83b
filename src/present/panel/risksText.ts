import type { Plan, Risk } from '../../core/plan/model';
import { BANDS, LEVELS } from '../../shared/risksModel';
import type { Band, CopyModel, Level, TrendLevelModel } from '../../shared/risksModel';
import { say } from '../../shared/sentences/say';
import type { Text } from '../../shared/text';
import { csvText } from '../../shared/csv';
import { markdownTable } from '../../shared/markdownTable';
import { clip } from './paging';
import { bandOfRisk } from './riskPlaces';

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

/** Mitigation tasks of a risk that are copied. */
const MOST_TASKS = 40;

/** The register as a table, one risk in a row; dates are ISO days. */
export function registerText(risks: readonly Risk[], { milestones }: Pick<Plan, 'milestones'>): CopyModel {
  const titles = new Map(milestones.map(({ key, title }) => [key, title]));
  const milestoneOf = ({ milestone }: Risk): string => clip(titles.get(milestone ?? '') ?? '');
  return {
    markdown: markdownTable(
      ['', ...COLUMNS.map(word)],
      risks.map(risk => [
        risk.id,
        clip(risk.title),
        risk.score === undefined ? '–' : `${risk.score} (${risk.probability} × ${risk.impact})`,
        word(`panel.risk-${risk.status}`),
        word(`panel.band-${bandOfRisk(risk)}`),
        clip(risk.owner ?? '–'),
        risk.response ? word(`panel.response-${risk.response}`) : '–',
        risk.review ?? '–',
        milestoneOf(risk),
      ]),
    ),
    csv: csvText(
      [
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
        'tasks',
      ],
      risks.map(risk => [
        risk.id,
        clip(risk.title),
        risk.status,
        String(risk.probability ?? ''),
        String(risk.impact ?? ''),
        String(risk.score ?? ''),
        bandOfRisk(risk),
        risk.response ?? '',
        clip(risk.owner ?? ''),
        risk.review ?? '',
        milestoneOf(risk),
        risk.tasks.slice(0, MOST_TASKS).join(' '),
      ]),
    ),
  };
}

/**
 * The map with the ids of its risks, and in a last row those that have no place on it.
 * @param most ids of one cell; how many more there are is said
 */
export function heatText(risks: readonly Risk[], most: number): CopyModel {
  const idsOf = (found: readonly Risk[], separator: string): string => {
    const ids = found.slice(0, most).map(({ id }) => clip(id));
    return [...ids, ...(found.length > most ? [`+${found.length - most}`] : [])].join(separator);
  };
  const unscored = risks.filter(({ score }) => score === undefined);
  const markdown = markdownTable(
    [
      `${word('risks.probability')} / ${word('risks.impact')}`,
      ...LEVELS.map(level => `${level} ${word(`risks.impact-${level}`)}`),
    ],
    [
      ...LEVELS.toReversed().map(probability => [
        `${probability} (${word(`risks.probability-${probability}`)})`,
        ...LEVELS.map(impact => idsOf(risksAt(risks, probability, impact), ', ')),
      ]),
      ...(unscored.length > 0 ? [[word('panel.band-unscored'), idsOf(unscored, ', '), '', '', '', '']] : []),
    ],
  );
  const cells = LEVELS.toReversed().flatMap(probability =>
    LEVELS.map(impact => {
      const found = risksAt(risks, probability, impact);
      const score = probability * impact;
      const figures = [probability, impact, score, bandOfRisk({ score }), found.length];
      return [...figures.map(String), idsOf(found, ' ')];
    }),
  );
  return {
    markdown,
    csv: csvText(
      ['probability', 'impact', 'score', 'band', 'count', 'risks'],
      [...cells, ['', '', '', 'unscored', String(unscored.length), idsOf(unscored, ' ')]],
    ),
  };
}

function risksAt(risks: readonly Risk[], probability: Level, impact: Level): Risk[] {
  return risks.filter(risk => risk.probability === probability && risk.impact === impact);
}

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

/** Words without arguments. */
function word(code: Words): string {
  return say({ code, args: [] } as Text);
}

type Words =
  | (typeof COLUMNS)[number]
  | `panel.band-${Band}`
  | `panel.risk-${Risk['status']}`
  | `panel.response-${NonNullable<Risk['response']>}`
  | `risks.impact-${Level}`
  | `risks.probability-${Level}`
  | 'panel.day'
  | 'risks.probability'
  | 'risks.impact';
