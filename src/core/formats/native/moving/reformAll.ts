import type { Plan, Task } from '../../../plan/model';
import { nameOf } from '../../../plan/nameOf';
import type { Desk, MoveContext, MoveRefusal } from '../../moving';
import { changesOthers } from './changesOthers';
import type { NativeTools } from './nativeTools';

/** Gives one task another form. @returns why it cannot be done */
export type ReformOne = (desk: Desk, task: Task, plan: Plan, tools: NativeTools) => MoveRefusal | undefined;

/** Gives tasks another form, one after the other; nothing else of any task may read otherwise then. */
export function reformAll(
  desk: Desk,
  tasks: readonly Task[],
  { plan }: MoveContext,
  tools: NativeTools,
  one: ReformOne,
): MoveRefusal | undefined {
  for (const task of tasks) {
    const refusal = one(desk, task, plan, tools);
    if (refusal) {
      return refusal;
    }
  }
  const free = new Map(tasks.map(task => [nameOf(task), ['inline']]));
  const wide = changesOthers(desk, plan, free, tools);
  return wide === undefined ? undefined : { code: 'edit-too-wide', args: [wide] };
}
