import type { ScheduledTask } from '../../core/insight/schedule/planSchedule';
import { slackOf } from '../../core/insight/schedule/slack';
import type { Milestone, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { noDatesTexts } from '../noDates';
import { isMilestoneOver } from '../planIndex';
import { slackText, workLeftText } from '../workLeft';
import type { Scope } from '../rows/scope';

/** How a milestone stands by the figures, with the reasons, and when it is likely to be done. */
export function milestoneInsightLines({ insight, facts }: Scope, milestone: Milestone): readonly Text[] {
  const health = insight?.healths.get(milestone.uid);
  if (!insight || !health || isMilestoneOver(milestone)) {
    return [];
  }
  const { noDates } = insight.schedule;
  const reasons: readonly Text[] = health.reasons;
  return [
    { code: 'ui.health-computed', args: [health.computed] },
    ...reasons,
    ...(noDates ? noDatesTexts(noDates, facts.plan) : []),
    ...forecastLine({ insight }, milestone),
  ];
}

/** By when it is likely done; nothing without a forecast. */
export function forecastLine({ insight }: Pick<Scope, 'insight'>, { key }: Milestone): readonly Text[] {
  const forecast = insight?.forecast.kind === 'forecast' ? insight.forecast : undefined;
  const own = forecast?.milestones.find(one => one.milestone === key);
  return own ? [{ code: 'ui.forecast-is', args: [own.p50 ?? '', own.p85 ?? ''] }] : [];
}

/** How much work is left on an open task, when it is scheduled within the limits, and how much it may slip. */
export function taskInsightLines({ insight, facts }: Scope, { uid }: Task): readonly Text[] {
  const left = insight?.schedule.remaining.get(uid);
  const own = insight?.schedule.tasks.get(uid);
  const slack = own && slackOf(own, facts.plan.settings);
  return [
    ...(left ? [workLeftText(left)] : []),
    ...(own ? [scheduledText(own)] : []),
    ...(slack ? [slackText(slack)] : []),
    ...(own?.critical ? [{ code: 'ui.is-critical' as const, args: [] as [] }] : []),
  ];
}

function scheduledText({ limitedStart, limitedFinish }: ScheduledTask): Text {
  return limitedStart !== undefined && limitedFinish !== undefined
    ? { code: 'ui.scheduled-is', args: [limitedStart, limitedFinish] }
    : { code: 'ui.never-ends', args: [] };
}
