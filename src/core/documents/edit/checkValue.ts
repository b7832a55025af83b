import type { Message } from '../../base/message';
import type { RefusalMessages, ScalarField } from '../../plan/change';
import { expectedDay, parseIsoDate } from '../../base/dates';
import { expectedEstimate, parseEstimate } from '../../plan/estimate';
import type { Plan } from '../../plan/model';

/** A value as the plan spells it, or why it cannot be set. */
export type CheckedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };

const CHOICES: Readonly<Partial<Record<string, readonly string[]>>> = {
  'milestone.status': ['planned', 'active', 'done', 'dropped'],
  'risk.status': ['open', 'mitigating', 'accepted', 'occurred', 'closed'],
  'task.priority': ['low', 'medium', 'high', 'critical'],
  'risk.response': ['avoid', 'mitigate', 'transfer', 'accept'],
  'risk.impact': ['1', '2', '3', '4', '5'],
};

/**
 * Checks a new value of a field and gives it in the plan's own spelling: statuses and other choices are
 * accepted in any case, a milestone by id or title. Dates must be real days, estimates readable, both within bounds.
 */
export function checkValue(
  kind: 'milestone' | 'task' | 'risk',
  field: ScalarField,
  value: string,
  plan: Plan,
): CheckedValue {
  const choices = choicesOf(kind, field, plan);
  if (choices) {
    return choose(field, value, choices);
  }
  switch (field) {
    case 'milestone':
      return milestoneId(value, plan);
    case 'start':
    case 'due':
    case 'until':
    case 'review':
    case 'health_date':
      return checked(field, value, parseIsoDate(value), expectedDay(value));
    case 'estimate':
    case 'remaining':
    case 'spent': {
      const text = value.trim();
      return checked(field, value, parseEstimate(text) && text, expectedEstimate(text));
    }
    case 'probability': {
      const match = /^(?:[1-5]|(?:100|\d{1,2})(?:\.\d+)?\s?%)$/.exec(value.trim());
      return checked(field, value, match?.[0], '1–5, 0%–100%');
    }
    default:
      return { ok: true, value };
  }
}

function choicesOf(kind: string, field: ScalarField, plan: Plan): readonly string[] | undefined {
  return kind === 'task' && field === 'status'
    ? plan.settings.statuses.map(status => status.name)
    : CHOICES[`${kind}.${field}`];
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
    plan.milestones.find(({ title }) => title.trim().toLowerCase() === wanted);
  return checked('milestone', value, found?.id, plan.milestones.map(({ id }) => id).join(', '));
}

function checked(field: string, value: string, spelled: string | undefined, expected: string): CheckedValue {
  return spelled === undefined
    ? { ok: false, refusal: { code: 'value-invalid', args: [field, value, expected] } }
    : { ok: true, value: spelled };
}
