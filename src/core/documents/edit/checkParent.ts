import type { EditTarget } from '../../plan/change';
import type { Plan } from '../../plan/model';
import { keyFinder } from '../../plan/otherIds';
import type { CheckedValue } from './checkValue';

/** As many ids as a sentence may list. */
const LISTED = 5;

/** Checks a new parent: another task of the plan that does not lie below this one; gives its id. */
export function checkParent(value: string, { id }: EditTarget, plan: Plan): CheckedValue {
  const keyOf = keyFinder(plan);
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

/** The first ids of the plan's other tasks, for a sentence that says what could be named. */
export function idsBut(id: string, plan: Plan): string {
  const keyOf = keyFinder(plan);
  const ids = plan.tasks.filter(task => task.id !== '' && task.key !== keyOf(id)).map(task => task.id);
  return [...ids.slice(0, LISTED), ...(ids.length > LISTED ? ['…'] : [])].join(', ') || 'APP-1';
}
