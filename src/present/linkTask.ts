import type { Link } from '../core/evidence/link';
import type { Plan } from '../core/plan/model';
import { idOrPlace } from './idOrPlace';

/** What names the task of a link in a list. */
export function linkTask({ tasks }: Plan): (link: Link) => string {
  const names = new Map(tasks.map(task => [task.key, idOrPlace(task)] as const).toReversed());
  return ({ task }) => names.get(task) ?? task;
}
