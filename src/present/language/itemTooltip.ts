import type { Item } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';
import type { TooltipPart } from '../row';
import { scopeOf } from '../rows/scope';
import { milestoneTooltip } from '../tooltips/milestoneTooltip';
import { riskTooltip } from '../tooltips/riskTooltip';
import { taskTooltip } from '../tooltips/taskTooltip';

/**
 * What the trees say of an item; nothing when its plan is gone.
 * @param uid `Plan.uid`
 */
export function itemTooltip(snapshot: Snapshot, uid: string, item: Item): readonly TooltipPart[] {
  const facts = snapshot.plans.find(({ plan }) => plan.uid === uid);
  if (!facts) {
    return [];
  }
  const scope = scopeOf(snapshot, facts);
  switch (item.kind) {
    case 'task':
      return taskTooltip(scope, item);
    case 'milestone':
      return milestoneTooltip(scope, item);
    case 'risk':
      return riskTooltip(scope, item);
  }
}
