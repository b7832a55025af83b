import { modelNames } from '../../plan/fields/valueFields';
import type { Item, Plan } from '../../plan/model';

/**
 * A plan with what a branch changes in it: fields that differ between the branch's base and its head are taken from
 * the head, everything else stays as it is in `onto`, so that what others have changed meanwhile is kept. `onto`
 * itself where that is all.
 */
export function mergedPlan(onto: Plan, base: Plan, head: Plan): Plan {
  const items = {
    tasks: merged(onto.tasks, base.tasks, head.tasks, [...modelNames('task'), 'checklist']),
    milestones: merged(onto.milestones, base.milestones, head.milestones, modelNames('milestone')),
    risks: merged(onto.risks, base.risks, head.risks, modelNames('risk')),
  };
  const isSame =
    items.tasks === onto.tasks && items.milestones === onto.milestones && items.risks === onto.risks;
  return isSame ? onto : { ...onto, ...items };
}

function merged<T extends Item>(
  onto: readonly T[],
  base: readonly T[],
  head: readonly T[],
  fields: readonly (keyof T)[],
): readonly T[] {
  const [was, now] = [byKey(base), byKey(head)];
  const here = byKey(onto);
  const kept = onto
    .filter(({ key }) => now.has(key) || !was.has(key))
    .map(item => {
      const [before, after] = [was.get(item.key), now.get(item.key)];
      const changed = before && after ? fields.filter(field => !same(before[field], after[field])) : [];
      return changed.length === 0 ? item : withFields(item, after as T, changed);
    });
  const all = [...kept, ...head.filter(({ key }) => !was.has(key) && !here.has(key))];
  return all.length === onto.length && all.every((item, at) => item === onto[at]) ? onto : all;
}

function withFields<T extends Item>(item: T, from: T, fields: readonly (keyof T)[]): T {
  const copy = { ...item };
  for (const field of fields) {
    copy[field] = from[field];
  }
  return copy;
}

function byKey<T extends Item>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...items].reverse().map(item => [item.key, item]));
}

/** Where something stands in its file is no difference. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a, withoutPlace) === JSON.stringify(b, withoutPlace);
}

function withoutPlace(key: string, value: unknown): unknown {
  return key === 'line' || key === 'file' ? undefined : value;
}
