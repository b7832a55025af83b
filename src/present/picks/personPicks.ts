import type { Snapshot } from '../../core/snapshot';
import type { PickRow } from './pickRow';

/** The people whom the plans declare, then the other assignees of tasks; each once, by id. */
export function personPicks({ plans }: Snapshot): readonly PickRow<string>[] {
  const people = new Map<string, string>();
  plans.forEach(({ plan }) => plan.settings.people.forEach(({ id, name = '' }) => people.set(id, name)));
  const others = new Set(plans.flatMap(({ plan }) => plan.tasks.flatMap(({ assignees }) => assignees)));
  [...others].sort().forEach(id => people.set(id, people.get(id) ?? ''));
  return [...people].map(([id, name]) => ({
    label: name === '' ? id : name,
    ...(name !== '' && { description: id }),
    value: id,
  }));
}
