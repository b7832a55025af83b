import { burnUpExport } from './burnUp';
import type { Export } from './export';
import { forecastExport } from './forecast';
import { heatMapExport } from './heatMap';
import { peopleExport } from './people';
import { risksExport } from './risks';
import { riskTrendExport } from './riskTrend';
import { timelineExport } from './timeline';

export { inOneText } from './inOneText';

/** All exports, tab by tab. */
export const EXPORTS: readonly Export[] = [
  timelineExport,
  forecastExport,
  burnUpExport,
  heatMapExport,
  riskTrendExport,
  risksExport,
  peopleExport,
];
