import type { Snapshot } from '../core/snapshot';

/** The people whom the plans declare, then the other assignees of tasks; each once, the latter by id. */
export function knownPeople({ plans }: Snapshot): readonly { readonly id: string; readonly name: string }[] {
  const people = new Map<string, string>();
  plans.forEach(({ plan }) => plan.settings.people.forEach(({ id, name = '' }) => people.set(id, name)));
  const others = new Set(plans.flatMap(({ plan }) => plan.tasks.flatMap(({ assignees }) => assignees)));
  [...others].sort().forEach(id => people.set(id, people.get(id) ?? ''));
  return [...people].map(([id, name]) => ({ id, name }));
}
