import type { Snapshot } from '../../core/snapshot';
import { planPlace } from '../rows/planPlace';
import type { PickRow } from './pickRow';

/** All plans, by their uids, with the places where they lie. */
export function planPicks(snapshot: Snapshot): readonly PickRow<string>[] {
  return snapshot.plans.map(({ plan }) => ({
    label: plan.name,
    description: planPlace(snapshot, plan),
    value: plan.uid,
  }));
}
