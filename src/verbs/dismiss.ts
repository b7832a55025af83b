import { dismissalPlace } from '../core/formats/dismissalPlace';
import type { Finding } from '../core/insight/findings/finding';
import { isDismissed } from '../core/plan/dismissals';
import type { Item } from '../core/plan/model';
import { nameOf } from '../core/plan/nameOf';
import { findItem, type ItemName } from './findItem';
import { insightOfPlans } from './insight';
import { set, type Changed, type SetWish } from './set';
import type { Outcome, Reading, VerbProblem, Writing } from './verb';

/** A finding by its code, such as `overdue`, and the item that it is about. */
export interface FindingName {
  readonly item: ItemName;
  readonly finding: string;
}

/** A finding, and why it does not apply. */
export interface DismissWish extends FindingName {
  readonly reason: string;
}

/**
 * Dismisses findings of items, each in the file that has a place for it. It fails for one that its item does not have,
 * unless that is dismissed already, or the schedule that could say so is not to be had.
 */
export async function dismiss(
  writing: Writing,
  wishes: readonly DismissWish[],
): Promise<Outcome<readonly Changed[]>> {
  for (const wish of wishes) {
    const missing = dismissible(writing, wish);
    const problem = missing.ok ? await absence(writing, wish) : missing.problem;
    if (problem) {
      return { ok: false, problem };
    }
  }
  const asked = wishes.map(({ item, finding, reason }): SetWish => {
    return { item, changes: [{ kind: 'dismiss', finding, reason }] };
  });
  return set(writing, asked);
}

/** Why there is nothing to dismiss; undefined where there is, or where nobody can know. */
async function absence(
  { store }: Reading,
  { item: name, finding }: FindingName,
): Promise<VerbProblem | undefined> {
  const found = findItem(store.snapshot, name);
  if (!found.ok) {
    return found.problem;
  }
  const { plan, item } = found.value;
  const about = ({ subject }: Finding) => subject.kind === item.kind && subject.uid === item.uid;
  const facts = store.snapshot.plans.find(one => one.plan.uid === plan.uid);
  const known = facts?.findings.filter(about) ?? [];
  if (known.some(({ id }) => id === finding) || isDismissed(plan, item, finding)) {
    return undefined;
  }
  const insight = await insightOfPlans({ store });
  if (!insight.ok) {
    return undefined;
  }
  const later = insight.value.find(one => one.plan.uid === plan.uid)?.insight.findings.filter(about) ?? [];
  const all = [...known, ...later].map(({ id }) => id);
  return all.includes(finding as Finding['id'])
    ? undefined
    : { code: 'dismissal-without-finding', args: [nameOf(item), finding, all.join(', ')] };
}

/** The item whose finding can be dismissed. It fails where that has no place, so that nobody gives a reason in vain. */
export function dismissible(
  { store: { snapshot } }: Reading,
  { item: name, finding }: FindingName,
): Outcome<Item> {
  const found = findItem(snapshot, name);
  if (!found.ok) {
    return found;
  }
  const { plan, item } = found.value;
  const place = dismissalPlace(plan, item, finding);
  return place.ok ? { ok: true, value: item } : { ok: false, problem: place.refusal };
}
