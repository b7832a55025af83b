import type { PlannedEdit } from '../app/store';
import type { Finding } from '../core/insight/findings/finding';
import { findingRemedies } from '../core/insight/findings/remedies';
import type { Item } from '../core/plan/model';
import type { PlanFacts } from '../core/snapshot';
import { findItem } from './findItem';
import { categoryChanges } from './setCategory';
import type { SetWish } from './set';
import type { Reading } from './verb';

/** A finding that one edit settles about which nothing has to be asked. */
export interface QuickRemedy {
  readonly facts: PlanFacts;
  readonly item: Item;
  readonly finding: Finding;
  readonly wish: SetWish;
  /** What would be written. */
  readonly edit: PlannedEdit;
}

/**
 * The findings of all plans that a status settles, and the edits that would do it. Those whose files have no place for
 * it are left out: their own rows say why.
 */
export async function quickRemedies({ store }: Reading): Promise<readonly QuickRemedy[]> {
  const found: QuickRemedy[] = [];
  for (const facts of store.snapshot.plans) {
    for (const finding of facts.findings) {
      const { kind, uid } = finding.subject;
      const ref = { plan: facts.plan.uid, kind, uid };
      const category = statusOf(finding);
      const named = category === undefined ? undefined : findItem(store.snapshot, ref);
      if (category === undefined || !named?.ok) {
        continue;
      }
      const { item } = named.value;
      const changes = categoryChanges(facts.plan, item, category);
      const planned = changes.length > 0 && (await store.planEdit(facts.plan.uid, [{ item: ref, changes }]));
      if (planned !== false && planned.ok) {
        found.push({ facts, item, finding, wish: { item: ref, changes }, edit: planned.edit });
      }
    }
  }
  return found;
}

/** The status that settles a finding, where nothing is likelier to. */
function statusOf(finding: Finding): 'done' | 'active' | undefined {
  const [first] = findingRemedies(finding);
  return first === 'setDone' ? 'done' : first === 'setActive' ? 'active' : undefined;
}
