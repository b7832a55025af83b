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

interface FileIndex {
  readonly byFile: ReadonlyMap<string, readonly Item[]>;
  readonly byKey: ReadonlyMap<string, Item>;
  readonly keyOf: (id: string) => string;
}

const indexes = new WeakMap<Plan, FileIndex>();

/** Made once for each state of a plan, so that no question about a place goes through all items. */
function indexOf(plan: Plan): FileIndex {
  let index = indexes.get(plan);
  if (!index) {
    const byFile = new Map<string, Item[]>(plan.files.map(file => [file, []]));
    const byKey = new Map<string, Item>();
    for (const item of [...plan.tasks, ...plan.milestones, ...plan.risks]) {
      const own = byFile.get(item.file);
      if (own) {
        own.push(item);
      }
      if (item.id !== '' && !byKey.has(item.key)) {
        byKey.set(item.key, item);
      }
    }
    byFile.forEach(items => items.sort((a, b) => a.line - b.line));
    index = { byFile, byKey, keyOf: keyFinder(plan) };
    indexes.set(plan, index);
  }
  return index;
}

/**
 * The file of a plan at a path; undefined for a file that no plan has read.
 * @param path relative to the root
 */
export function planFileAt({ plans }: Snapshot, root: string, path: string): PlanFile | undefined {
  for (const facts of plans) {
    const items = facts.plan.root === root ? indexOf(facts.plan).byFile.get(path) : undefined;
    if (items) {
      return { facts, path, items };
    }
  }
  return undefined;
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
  const { byKey, keyOf } = indexOf(plan);
  return byKey.get(keyOf(id)) ?? byKey.get(idKey(id));
}

/** The item that begins in a line. */
export function itemOnLine({ items }: PlanFile, line: number): Item | undefined {
  return items.find(item => item.line === line);
}

/** What the front matter of a file is about: the item that has the file for itself; undefined for lists of tasks. */
export function ownItem({ items }: PlanFile): Item | undefined {
  return items.find(item => item.kind !== 'task' || !item.inline);
}
