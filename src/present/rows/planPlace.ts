import type { Plan } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';

/** Where a plan lies: its folder, after the name of its root where there are several. */
export function planPlace({ roots }: Snapshot, { folder, root }: Plan): string {
  const name = roots.length > 1 ? roots.find(({ id }) => id === root)?.name : undefined;
  return name === undefined ? folder : `${name}/${folder}`;
}
