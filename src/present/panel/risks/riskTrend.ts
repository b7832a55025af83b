import type { PlanHistory, RiskLevel } from '../../../core/insight/history/planHistory';
import type { PlanInsight } from '../../../core/insight/planInsight';
import { bandsOverTime } from '../../../core/insight/risks/register';
import { daysBetween } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';
import type { Repo } from '../../../core/snapshot';
import { BANDS } from '../../../shared/risksModel';
import type { TrendModel } from '../../../shared/risksModel';
import { withoutHistory } from '../parts/before';

/** More levels than this cannot be told apart in a chart. */
const MOST_LEVELS = 200;
/** Days on which the register has changed, before there is a trend. */
const FEWEST_LEVELS = 2;

/**
 * Counts of open risks per band over the history, as it was committed.
 * @param insight undefined while it is computed
 */
export function riskTrendModel(
  insight: PlanInsight | undefined,
  repo: Repo | undefined,
  today: IsoDate,
  computing = insight === undefined,
): TrendModel {
  if (!repo?.history) {
    return { kind: 'none', text: withoutHistory(repo) };
  }
  if (!insight?.history) {
    const computed = computing ? 'panel.computing' : 'panel.not-computed';
    return { kind: 'none', text: { code: insight ? 'panel.recent-reading' : computed, args: [] } };
  }
  const levels = bandsOverTime(thinned(insight.history, today)).map(({ day, counts }) => ({
    day,
    counts: BANDS.map(band => counts[band]),
  }));
  const [first, last] = [levels[0], levels.at(-1)];
  if (!first || !last || levels.length < FEWEST_LEVELS) {
    return { kind: 'none', text: { code: 'risks.trend-short', args: [levels.length] } };
  }
  return {
    kind: 'trend',
    levels,
    today,
    text: { code: 'risks.trend-text', args: [first.day, sum(first.counts), sum(last.counts)] },
  };
}

/** The last level of every stretch of time, all of them equally long; each day is its own where there is room. */
function thinned({ risks }: PlanHistory, today: IsoDate): readonly RiskLevel[] {
  const first = risks[0]?.day ?? today;
  const stretch = Math.ceil((daysBetween(first, today) + 1) / MOST_LEVELS);
  const stretchOf = ({ day }: RiskLevel): number => Math.floor(daysBetween(first, day) / stretch);
  return risks.filter((level, index) => {
    const next = risks[index + 1];
    return !next || stretchOf(next) !== stretchOf(level);
  });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}
