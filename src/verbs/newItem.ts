import { homeOf } from '../app/writing/newItem';
import type { ItemWish } from '../app/store';
import type { Plan } from '../core/plan/model';
import type { PlanFacts, Snapshot } from '../core/snapshot';
import { findItem, namesOf } from './findItem';
import type { Outcome, Reading, Writing, Written } from './verb';

/** A new item, and where it stands. */
export interface Added extends Written {
  readonly file: string;
  /** Zero-based. */
  readonly line: number;
}

/** Adds a task, a milestone or a risk to a plan, with an id that no branch and no working tree has. */
export async function newItem({ store, write }: Writing, wish: ItemWish): Promise<Outcome<Added>> {
  let place = { file: '', line: 0 };
  const written = await write(async () => {
    const planned = await store.planNewItem(wish);
    place = planned.ok ? planned : place;
    return planned;
  });
  return written.ok ? { ok: true, value: { ...written.value, file: place.file, line: place.line } } : written;
}

/** What an item would be like that is not added: where it would stand. It fails where it could not be added. */
export async function newItemPreview(
  { store }: Reading,
  wish: ItemWish,
): Promise<Outcome<Omit<Added, 'written'>>> {
  const planned = await store.planNewItem(wish, 'here');
  return planned.ok
    ? { ok: true, value: { edit: planned.edit, file: planned.file, line: planned.line } }
    : { ok: false, problem: planned.refusal };
}

/** Where a new item goes, in the words of whoever types them: a plan by folder, prefix or name, a milestone by id. */
export interface PlaceWish {
  readonly kind: ItemWish['kind'];
  readonly plan?: string | undefined;
  readonly milestone?: string | undefined;
}

/** The one plan that a new item can be added to, and its milestone. It fails when there is none, or more than one. */
export function newPlace(
  snapshot: Snapshot,
  { kind, plan: name, milestone: id }: PlaceWish,
): Outcome<Pick<ItemWish, 'plan' | 'milestone'>> {
  if (id !== undefined) {
    const found = findItem(snapshot, name === undefined ? id : `${name}:${id}`);
    if (!found.ok) {
      return found;
    }
    const { plan, item } = found.value;
    return item.kind === 'milestone'
      ? { ok: true, value: { plan: plan.uid, milestone: item.uid } }
      : { ok: false, problem: { code: 'not-a-milestone', args: [id] } };
  }
  const plans = snapshot.plans.map(({ plan }) => plan);
  const named = plans.filter(plan => name === undefined || namesOf(plan).includes(name.toLowerCase()));
  const open = named.filter(plan => typeof homeOf(plan, kind) === 'string');
  const [first = named[0], ...others] = open;
  if (!first) {
    return { ok: false, problem: { code: 'no-such-plan', args: [name ?? '', foldersOf(plans)] } };
  }
  if (others.length > 0) {
    return { ok: false, problem: { code: 'plan-unclear', args: [foldersOf(open)] } };
  }
  // Why a plan takes none is said by who adds it.
  return { ok: true, value: { plan: first.uid } };
}

function foldersOf(plans: readonly Plan[]): string {
  return plans.map(({ folder }) => folder).join(', ');
}

/**
 * The plans that take a new item of a kind: one that is meant, or all that do; none where there are no plans. It fails
 * where there are plans, and none of them does.
 * @param plan `Plan.uid`
 */
export function plansTaking(
  { store: { snapshot } }: Reading,
  { kind, plan: meant }: { readonly kind: ItemWish['kind']; readonly plan?: string | undefined },
): Outcome<readonly Plan[]> {
  const all = snapshot.plans.map(({ plan }) => plan);
  const own = all.filter(({ uid }) => uid === meant);
  const asked = own.length > 0 ? own : all;
  const taking = asked.filter(plan => typeof homeOf(plan, kind) === 'string');
  const why = asked[0] && homeOf(asked[0], kind);
  return taking.length === 0 && typeof why === 'object'
    ? { ok: false, problem: why }
    : { ok: true, value: taking };
}

/**
 * A plan to add to, and the milestone that a new task of it is likely for.
 * @param near `uid` of a milestone, or of a task whose milestone that is; else it is the milestone that alone is not closed
 */
export function placeNear(
  { store: { snapshot } }: Reading,
  { plan: uid, near }: { readonly plan: string; readonly near?: string | undefined },
): Outcome<{ readonly facts: PlanFacts; readonly milestone?: string | undefined }> {
  const facts = snapshot.plans.find(({ plan }) => plan.uid === uid);
  if (!facts) {
    return { ok: false, problem: { code: 'no-such-plan', args: [uid, ''] } };
  }
  const { tasks, milestones } = facts.plan;
  const task = tasks.find(one => one.uid === near);
  const [only, ...others] = milestones.filter(({ status }) => status === 'planned' || status === 'active');
  const milestone = task
    ? milestones.find(one => one.key === task.milestone)
    : (milestones.find(one => one.uid === near) ?? (others.length === 0 ? only : undefined));
  return { ok: true, value: { facts, milestone: milestone?.uid } };
}
