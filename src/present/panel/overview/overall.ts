import type { PlanInsight } from '../../../core/insight/planInsight';
import type { Milestone } from '../../../core/plan/model';
import type { PlanFacts } from '../../../core/snapshot';
import type { OverallModel } from '../../../shared/panelModel';
import { healthRank, isFinished, shownHealth } from '../../health';
import { byDue } from '../../planIndex';
import { healthModel } from '../parts/milestones';
import { clip } from '../parts/paging';

/**
 * How a plan stands: the health of its worst open milestone, of several the one that is due first, and one sentence
 * about all of them. Undefined where nothing is said about any.
 */
export function overallModel(facts: PlanFacts, insight: PlanInsight | undefined): OverallModel | undefined {
  const open = [...facts.plan.milestones]
    .filter(milestone => !isFinished(milestone, facts))
    .sort(byDue)
    .map(milestone => ({ milestone, health: shownHealth(milestone, facts, insight)?.health }));
  const known = open.filter(({ health }) => health !== undefined && health !== 'unknown');
  const worst = known.reduce<(typeof known)[number] | undefined>(
    (a, b) => (a && healthRank(a.health) <= healthRank(b.health) ? a : b),
    undefined,
  );
  const health = worst && healthModel(worst.milestone, facts, insight);
  if (!worst || !health) {
    return undefined;
  }
  const count = (word: typeof worst.health): number => open.filter(one => one.health === word).length;
  const { milestone } = worst;
  const { tone, icon, text } = health;
  return {
    health: { tone, icon, text },
    text: {
      code: 'panel.overall',
      args: [
        count('off track'),
        count('at risk'),
        open.length,
        clip(milestone.title),
        milestone.due ?? '',
        evenOdds(milestone, insight) ?? '',
      ],
    },
  };
}

/** The day of even odds; without a forecast the last day of the schedule. */
function evenOdds({ key }: Milestone, insight: PlanInsight | undefined): string | undefined {
  const { forecast, schedule } = insight ?? {};
  const own =
    forecast?.kind === 'forecast' ? forecast.milestones.find(one => one.milestone === key) : undefined;
  return own ? own.p50 : schedule?.milestones.get(key)?.limited;
}
