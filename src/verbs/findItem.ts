import type { ItemRef } from '../app/store';
import { aliasedKey, idKey } from '../core/plan/ids';
import type { Item, Plan } from '../core/plan/model';
import type { Snapshot } from '../core/snapshot';
import type { Outcome } from './verb';

/** An item by the id that people write (`APP-4`, or `pay:APP-4` with its plan), or as rows and messages name it. */
export type ItemName = string | (Omit<ItemRef, 'kind'> & Partial<Pick<ItemRef, 'kind'>>);

/** An item and its plan. */
export interface FoundItem {
  readonly plan: Plan;
  readonly item: Item;
}

/** The one item of that name. It fails when there is none, or more than one. */
export function findItem(snapshot: Snapshot, name: ItemName): Outcome<FoundItem> {
  return typeof name === 'string' ? byId(snapshot, name) : byRef(snapshot, name);
}

function byRef(
  { plans }: Snapshot,
  { plan: folder, kind, uid }: Exclude<ItemName, string>,
): Outcome<FoundItem> {
  const plan = plans.find(facts => facts.plan.uid === folder)?.plan;
  if (plan) {
    for (const item of itemsOf(plan)) {
      if (item.uid === uid && (kind === undefined || item.kind === kind)) {
        return { ok: true, value: { plan, item } };
      }
    }
  }
  return { ok: false, problem: { code: 'no-such-item', args: [uid] } };
}

function byId(snapshot: Snapshot, text: string): Outcome<FoundItem> {
  const [, qualifier, id = text] = /^([^:]+):(.+)$/.exec(text) ?? [];
  const plans = snapshot.plans
    .filter(({ plan }) => qualifier === undefined || namesOf(plan).includes(qualifier.toLowerCase()))
    .map(({ plan }) => plan);
  const live = plans.flatMap(plan => itemsWithId(plan, id));
  const found = live.length > 0 ? live : plans.flatMap(plan => itemsWithOtherId(plan, id));
  const [first, ...others] = found;
  if (!first) {
    const unread = snapshot.plans
      .flatMap(({ plan }) => plan.problems)
      .filter(({ message }) => message.code === 'unreadable').length;
    return {
      ok: false,
      problem:
        unread === 0
          ? { code: 'id-unknown', args: [text] }
          : { code: 'id-unknown-unread', args: [text, unread] },
    };
  }
  if (others.length > 0) {
    const places = found.map(({ item }) => `${item.file}:${item.line + 1}`).join(', ');
    return { ok: false, problem: { code: 'id-in-many', args: [text, places] } };
  }
  return { ok: true, value: first };
}

function itemsWithId(plan: Plan, id: string): FoundItem[] {
  const key = aliasedKey(id, plan.settings.prefix, new Set(plan.settings.aliases));
  return [...itemsOf(plan)]
    .filter(item => item.id !== '' && (item.key === key || item.key === idKey(id)))
    .map(item => ({ plan, item }));
}

/** The items that give a former or foreign id. Where several do, it stands for none of them. */
function itemsWithOtherId(plan: Plan, id: string): FoundItem[] {
  const former = new Set(plan.settings.aliases);
  const keyOf = (text: string) => aliasedKey(text, plan.settings.prefix, former);
  const key = keyOf(id);
  return [...itemsOf(plan)]
    .filter(item => item.id !== '' && item.otherIds?.some(other => keyOf(other) === key))
    .map(item => ({ plan, item }));
}

/** One after the other: a large plan is not copied to find one item. */
function* itemsOf(plan: Plan): Iterable<Item> {
  yield* plan.tasks;
  yield* plan.milestones;
  yield* plan.risks;
}

/** What a plan can be called, in lower case: its folder, the last part of that, its prefix and its name. */
export function namesOf(plan: Plan): string[] {
  const last = plan.folder.split('/').at(-1) ?? plan.folder;
  return [plan.folder, last, plan.settings.prefix, plan.name].map(name => name.toLowerCase());
}
