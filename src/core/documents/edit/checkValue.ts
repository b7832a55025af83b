import type { Message } from '../../base/message';
import type { RefusalMessages } from '../../plan/change';
import type { ScalarField } from '../../plan/fields/fields';
import { fieldsOf } from '../../plan/fields/valueFields';
import { TEXT } from '../../plan/fields/valueKinds';
import type { Plan } from '../../plan/model';
import { keyFinder } from '../../plan/otherIds';

/** A value as the plan spells it, or why it cannot be set. */
export type CheckedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };

/**
 * Checks a new value of a field and gives it in the plan's own spelling: statuses and other choices are
 * accepted in any case, a milestone by id, title or another id. Dates must be real days, estimates readable, both within bounds.
 */
export function checkValue(
  kind: 'milestone' | 'task' | 'risk',
  field: ScalarField,
  value: string,
  plan: Plan,
): CheckedValue {
  if (kind === 'task' && field === 'status') {
    const names = plan.settings.statuses.map(({ name }) => name);
    return choose(field, value, names);
  }
  if (field === 'milestone') {
    return milestoneId(value, plan);
  }
  const values = fieldsOf(kind).find(({ name }) => name === field)?.kind ?? TEXT;
  return checked(field, value, values.spell(value), values.expected(value));
}

function choose(field: string, value: string, choices: readonly string[]): CheckedValue {
  const wanted = value.trim().toLowerCase();
  return checked(
    field,
    value,
    choices.find(choice => choice.toLowerCase() === wanted),
    choices.join(', '),
  );
}

function milestoneId(value: string, plan: Plan): CheckedValue {
  const wanted = value.trim().toLowerCase();
  const found =
    plan.milestones.find(({ id }) => id.toLowerCase() === wanted) ??
    plan.milestones.find(({ title }) => title.trim().toLowerCase() === wanted) ??
    plan.milestones.find(({ key }) => key === keyFinder(plan)(value));
  return checked('milestone', value, found?.id, plan.milestones.map(({ id }) => id).join(', '));
}

function checked(field: string, value: string, spelled: string | undefined, expected: string): CheckedValue {
  return spelled === undefined
    ? { ok: false, refusal: { code: 'value-invalid', args: [field, value, expected] } }
    : { ok: true, value: spelled };
}
