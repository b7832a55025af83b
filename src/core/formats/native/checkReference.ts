import type { Message } from '../../base/message';
import type { EditTarget, RefusalMessages } from '../../plan/change';
import type { ListField } from '../../plan/fields/fields';
import { listName } from '../../plan/fields/valueFields';
import { expectedDependency, parseDependency } from '../../plan/dependency';
import { aliasedKey, isId } from '../../plan/ids';
import type { Item, Plan } from '../../plan/model';
import { nameOf } from '../../plan/nameOf';
import { EXPECTED_ID, isOtherId, keyFinder, MOST_OTHER_IDS } from '../../plan/otherIds';
import { idsBut } from '../../documents/edit/checkParent';
import { sameEntry } from '../../documents/edit/sameEntry';
import { circleRefusal } from '../dependencyCircle';
import { slugOf } from './items';

/**
 * Checks the new entries of a list.
 * @param existing what the file says already; it may stay whatever it is
 * @returns the refusal of the first value that cannot be
 */
export function listRefusal(
  field: ListField,
  values: readonly string[],
  existing: readonly string[],
  target: EditTarget,
  plan: Plan,
): Message<RefusalMessages> | undefined {
  switch (field) {
    case 'dependsOn':
      return dependencyRefusal(values, existing, target, plan);
    case 'otherIds':
      return otherIdRefusal(values, existing, target, plan);
    default:
      return undefined;
  }
}

/** Former and foreign ids are ids that no other item has or gives, and not too many. */
function otherIdRefusal(
  values: readonly string[],
  existing: readonly string[],
  { id, kind }: EditTarget,
  plan: Plan,
): Message<RefusalMessages> | undefined {
  if (values.length > MOST_OTHER_IDS) {
    return { code: 'value-invalid', args: ['alias', String(values.length), `≤ ${MOST_OTHER_IDS} aliases`] };
  }
  const former = new Set(plan.settings.aliases);
  const keyOf = (text: string) => aliasedKey(text, plan.settings.prefix, former);
  const there = new Set(existing.map(keyOf));
  const added = values.filter(value => !there.has(keyOf(value)));
  const bad = added.find(value => !isOtherId(kind, value));
  if (bad !== undefined) {
    return { code: 'value-invalid', args: ['alias', bad, EXPECTED_ID] };
  }
  const wanted = new Map(added.map(value => [keyOf(value), value]));
  const taken = (item: Item): string | undefined =>
    [item.key, ...(item.otherIds ?? []).map(keyOf)].find(key => key !== '' && wanted.has(key));
  for (const item of wanted.size > 0 ? [...plan.tasks, ...plan.milestones, ...plan.risks] : []) {
    const key = item.kind === kind && item.key === keyOf(id) ? undefined : taken(item);
    if (key !== undefined) {
      return { code: 'alias-taken', args: [wanted.get(key) ?? key, nameOf(item), item.file] };
    }
  }
  return undefined;
}

/**
 * Checks what a task shall wait for: a task or a milestone of the plan, not itself, nor what waits for it, maybe with a lag; or an item of another plan (`pay:APP-4`), which this one cannot see.
 */
function dependencyRefusal(
  values: readonly string[],
  existing: readonly string[],
  { id }: EditTarget,
  plan: Plan,
): Message<RefusalMessages> | undefined {
  const keyOf = keyFinder(plan);
  const own = plan.tasks.find(({ key }) => key === keyOf(id));
  const same = sameEntry('dependsOn', plan.settings);
  const names = new Set([
    ...plan.tasks.map(({ key }) => key),
    ...plan.milestones.flatMap(({ key, file, title }) => [key, keyOf(slugOf(file)), keyOf(title)]),
  ]);
  const isGood = (value: string) => {
    const named = parseDependency(value);
    const [qualifier, elsewhere] = named?.id.split(':') ?? [];
    const key = keyOf(named?.id ?? '');
    return elsewhere === undefined
      ? names.has(key) && key !== keyOf(id) && key !== own?.milestone
      : qualifier !== '' && isId(elsewhere);
  };
  const added = values.filter(value => !existing.some(text => same(text, value)));
  const bad = added.find(value => !isGood(value));
  if (bad === undefined) {
    return circleRefusal(plan, own, added);
  }
  const expected = parseDependency(bad) ? idsBut(id, plan) : expectedDependency(bad, 'APP-4, APP-4 + 2d');
  return { code: 'value-invalid', args: [listName('task', 'dependsOn') ?? '', bad, expected] };
}
