import type { ItemWish } from '../app/store';
import { typedTask, withTyped, type TypedTask } from '../core/documents/typedTask';
import type { PlanFacts } from '../core/snapshot';
import type { Outcome, Reading } from './verb';

/** What is typed as a new task of a plan, on one line. It fails where an attribute says nothing. */
export function readTyped(
  { store }: Reading,
  plan: string,
  typed: string,
): Outcome<Pick<ItemWish, 'title' | 'due' | 'changes'>> {
  const facts = store.snapshot.plans.find(one => one.plan.uid === plan);
  if (!facts) {
    return { ok: false, problem: { code: 'no-such-item', args: [plan] } };
  }
  const task = typedTask(typed, facts.plan, facts.today);
  const [unclear] = task.unclear;
  return unclear
    ? { ok: false, problem: { code: 'not-understood', args: [unclear.text, unclear.expected ?? ''] } }
    : { ok: true, value: typedWish(task) };
}

/** What a new task is to be that was typed on one line; a day has its own place, which a format can need. */
export function typedWish({ title, changes }: TypedTask): Pick<ItemWish, 'title' | 'due' | 'changes'> {
  const due = changes.flatMap(one => (one.kind === 'set' && one.field === 'due' ? [one.value] : []))[0];
  return {
    title,
    ...(due !== undefined && { due }),
    changes: changes.filter(one => one.kind !== 'set' || one.field !== 'due'),
  };
}

/** What is typed as a new task, with other values of a field. */
export function retyped(
  { today }: Pick<PlanFacts, 'today'>,
  typed: string,
  field: Parameters<typeof withTyped>[1],
  values: readonly string[],
): string {
  return withTyped(typed, field, values, today);
}
