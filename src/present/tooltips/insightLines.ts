import type { Milestone, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { isMilestoneOver } from '../planIndex';
import type { Scope } from '../rows/scope';

/** How a milestone stands by the figures, with the reasons, and when it is likely to be done. */
export function milestoneInsightLines({ insight }: Scope, milestone: Milestone): readonly Text[] {
  const health = insight?.healths.get(milestone.uid);
  if (!insight || !health || isMilestoneOver(milestone)) {
    return [];
  }
  return [
    { code: 'ui.health-computed', args: [health.computed] },
    ...health.reasons,
    ...forecastLine({ insight }, milestone),
  ];
}

/** By when it is likely done; nothing without a forecast. */
export function forecastLine({ insight }: Pick<Scope, 'insight'>, { key }: Milestone): readonly Text[] {
  const forecast = insight?.forecast.kind === 'forecast' ? insight.forecast : undefined;
  const own = forecast?.milestones.find(one => one.milestone === key);
  return own ? [{ code: 'ui.forecast-is', args: [own.p50 ?? '', own.p85 ?? ''] }] : [];
}

/** When an open task is scheduled within the limits, and how much it may slip. */
export function taskInsightLines({ insight }: Scope, { uid }: Task): readonly Text[] {
  const own = insight?.schedule.tasks.get(uid);
  if (!own) {
    return [];
  }
  const days = Math.floor(own.totalFloat * 10 + 1e-6) / 10;
  return [
    own.limitedStart !== undefined && own.limitedFinish !== undefined
      ? { code: 'ui.scheduled-is', args: [own.limitedStart, own.limitedFinish] }
      : { code: 'ui.never-ends', args: [] },
    own.critical ? { code: 'ui.is-critical', args: [] } : { code: 'ui.float-is', args: [days] },
  ];
}
