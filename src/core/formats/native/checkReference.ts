import type { Message } from '../../base/message';
import type { EditTarget, RefusalMessages } from '../../plan/change';
import { expectedDependency, parseDependency } from '../../plan/dependency';
import { aliasedKey, isId } from '../../plan/ids';
import type { Plan } from '../../plan/model';
import type { CheckedValue } from '../../documents/edit/checkValue';
import { sameEntry } from '../../documents/edit/sameEntry';
import { slugOf } from './items';

/** As many ids as a sentence may list. */
const LISTED = 5;

/** Checks a new parent: another task of the plan that does not lie below this one; gives its id. */
export function checkParent(value: string, { id }: EditTarget, plan: Plan): CheckedValue {
  const keyOf = keysOf(plan);
  // The first of several with one id counts, as where circles are looked for: so the way up ends.
  const byKey = new Map(plan.tasks.map(task => [task.key, task] as const).toReversed());
  const found = plan.tasks.find(task => task.id !== '' && task.key === keyOf(value.trim()));
  let above = found;
  while (above && above.key !== keyOf(id)) {
    above = above.parent === undefined ? undefined : byKey.get(above.parent);
  }
  return found && !above
    ? { ok: true, value: found.id }
    : { ok: false, refusal: { code: 'value-invalid', args: ['parent', value, idsBut(id, plan)] } };
}

/**
 * Checks what a task shall wait for: a task or a milestone of the plan, not itself and not the milestone
 * it belongs to, maybe with a lag; or an item of another plan (`pay:APP-4`), which this one cannot see.
 * @param existing what the file says already; it may stay whatever it is
 * @returns the refusal of the first value that cannot be
 */
export function dependencyRefusal(
  values: readonly string[],
  existing: readonly string[],
  { id }: EditTarget,
  plan: Plan,
): Message<RefusalMessages> | undefined {
  const keyOf = keysOf(plan);
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
  const bad = values.find(value => !existing.some(text => same(text, value)) && !isGood(value));
  if (bad === undefined) {
    return undefined;
  }
  const expected = parseDependency(bad) ? idsBut(id, plan) : expectedDependency(bad, 'APP-4, APP-4 + 2d');
  return { code: 'value-invalid', args: ['dependsOn', bad, expected] };
}

function keysOf({ settings }: Plan): (id: string) => string {
  const aliases = new Set(settings.aliases);
  return id => aliasedKey(id, settings.prefix, aliases);
}

/** The first ids of the plan's other tasks. */
function idsBut(id: string, plan: Plan): string {
  const keyOf = keysOf(plan);
  const ids = plan.tasks.filter(task => task.id !== '' && task.key !== keyOf(id)).map(task => task.id);
  return [...ids.slice(0, LISTED), ...(ids.length > LISTED ? ['…'] : [])].join(', ') || 'APP-1';
}
