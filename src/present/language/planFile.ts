import { idKey } from '../../core/plan/ids';
import type { Item, Plan } from '../../core/plan/model';
import { keyFinder } from '../../core/plan/otherIds';
import type { PlanFacts, Snapshot } from '../../core/snapshot';

/** A file of a plan, and what the plan knows of it. */
export interface PlanFile {
  readonly facts: PlanFacts;
  /** Relative to the root. */
  readonly path: string;
  /** Items of the plan that stand in this file, in the order of their lines. */
  readonly items: readonly Item[];
}

const keyed = new WeakMap<Plan, ReadonlyMap<string, Item>>();

/** The first item with each key. It is made when somebody asks for one, since a plan is another after every keystroke. */
function itemsByKey(plan: Plan): ReadonlyMap<string, Item> {
  let byKey = keyed.get(plan);
  if (!byKey) {
    const found = new Map<string, Item>();
    for (const items of [plan.risks, plan.milestones, plan.tasks.toReversed()]) {
      items.forEach((item: Item) => found.set(item.key, item));
    }
    byKey = found;
    keyed.set(plan, byKey);
  }
  return byKey;
}

/**
 * The file of a plan at a path; undefined for a file that no plan has read.
 * @param path relative to the root
 */
export function planFileAt({ plans }: Snapshot, root: string, path: string): PlanFile | undefined {
  const facts = plans.find(({ plan }) => plan.root === root && plan.files.includes(path));
  if (!facts) {
    return undefined;
  }
  const { tasks, milestones, risks } = facts.plan;
  const items = [milestones, tasks, risks].flatMap((all: readonly Item[]) =>
    all.filter(({ file }) => file === path),
  );
  return { facts, path, items: items.sort((one, other) => one.line - other.line) };
}

/** Where plans keep their files: the root, and the folder relative to it, or the file of a plan that is one file. */
export interface PlanPlace {
  readonly root: string;
  readonly folder: string;
}

/** The places of all plans and of what is added to them. */
export function planPlaces({ plans }: Snapshot): readonly PlanPlace[] {
  return plans.flatMap(({ plan: { root, folder, overlays = [] } }) =>
    [folder, ...overlays].map(one => ({ root, folder: one })),
  );
}

/** The item that an id stands for in a plan, by its own id or by a former one; undefined for none. */
export function itemNamed(plan: Plan, id: string): Item | undefined {
  const byKey = itemsByKey(plan);
  const found = byKey.get(keyFinder(plan)(id)) ?? byKey.get(idKey(id));
  return found?.id === '' ? undefined : found;
}

/** The item that begins in a line. */
export function itemOnLine({ items }: PlanFile, line: number): Item | undefined {
  return items.find(item => item.line === line);
}

/** What the front matter of a file is about: the item that has the file for itself; undefined for lists of tasks. */
export function ownItem({ items }: PlanFile): Item | undefined {
  return items.find(item => item.kind !== 'task' || !item.inline);
}
