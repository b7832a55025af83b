import type { Milestone } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { wholePercent } from '../../shared/percent';
import type { Scope } from '../rows/scope';
import type { TooltipPart } from '../row';
import { findingParts } from './findingParts';
import { milestoneInsightLines } from './insightLines';
import { otherIdsText } from './otherIdsText';

/** What is declared about a milestone, what follows from the figures, and how its progress was counted. */
export function milestoneTooltip(scope: Scope, milestone: Milestone): readonly TooltipPart[] {
  const { facts, today } = scope;
  const progress = facts.progress.milestones.get(milestone.key);
  const lines: (Text | undefined)[] = [
    { code: `ui.milestone-${milestone.status}`, args: [] },
    milestone.due ? { code: 'ui.due-is', args: [milestone.due, today] } : undefined,
    milestone.owner ? { code: 'ui.owned-by', args: [milestone.owner] } : undefined,
    milestone.health ? { code: 'ui.health-declared', args: [milestone.health] } : undefined,
    milestone.healthNote,
    otherIdsText(milestone),
    ...milestoneInsightLines(scope, milestone),
    ...(progress && progress.total > 0
      ? [
          {
            code: 'ui.progress-is',
            args: [wholePercent(progress.value), progress.done, progress.total],
          } as Text,
          { code: `panel.by-${progress.unit}`, args: [] } as Text,
        ]
      : []),
    progress && progress.assumed > 0 ? { code: 'ui.assumed-weights', args: [progress.assumed] } : undefined,
    progress && progress.dropped > 0 ? { code: 'ui.dropped-count', args: [progress.dropped] } : undefined,
  ];
  return [
    { kind: 'heading', text: milestone.title },
    { kind: 'list', items: lines.filter(line => line !== undefined) },
    ...findingParts(scope, milestone),
  ];
}
