import type { Snapshot } from '../../core/snapshot';
import { openWorkFirst } from '../openWorkFirst';
import type { PickRow } from './pickRow';

/** The people whom the plans declare, then the other assignees of tasks; each once, those with open tasks first. */
export function personPicks({ plans }: Snapshot): readonly PickRow<string>[] {
  const people = new Map<string, string>();
  plans.forEach(({ plan }) => plan.settings.people.forEach(({ id, name = '' }) => people.set(id, name)));
  const tasks = plans.flatMap(({ plan }) => plan.tasks);
  const others = new Set(tasks.flatMap(({ assignees }) => assignees));
  [...others].sort().forEach(id => people.set(id, people.get(id) ?? ''));
  return openWorkFirst([...people], ([id]) => id, tasks).map(([id, name]) => ({
    label: name === '' ? id : name,
    ...(name !== '' && { description: id }),
    value: id,
  }));
}
