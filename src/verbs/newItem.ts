import { homeOf } from '../app/writing/newItem';
import type { ItemWish } from '../app/store';
import type { Plan } from '../core/plan/model';
import type { Outcome, Reading, Writing, Written } from './verb';

/** A new item, and where it stands. */
export interface Added extends Written {
  /** Zero-based. */
  readonly line: number;
}

/** Adds a task, a milestone or a risk to a plan, with an id that no branch and no working tree has. */
export async function newItem({ store, write }: Writing, wish: ItemWish): Promise<Outcome<Added>> {
  let line = 0;
  const written = await write(async () => {
    const planned = await store.planNewItem(wish);
    line = planned.ok ? planned.line : 0;
    return planned;
  });
  return written.ok ? { ok: true, value: { ...written.value, line } } : written;
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
