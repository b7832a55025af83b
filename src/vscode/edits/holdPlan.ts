import type { PlannedEdit } from '../../app/store';
import { Refused } from '../commands/command';
import { isLocal } from '../host/rootUri';
import type { Loaded } from '../session';

/**
 * Writes to a plan while no other window and no command line does. What lies elsewhere has no lock.
 * @throws Refused when another one goes on for more than two seconds
 */
export async function holdPlan<T>(
  { engine }: Pick<Loaded, 'engine'>,
  edit: PlannedEdit,
  write: () => Promise<T>,
): Promise<T> {
  if (!isLocal(edit.root)) {
    return write();
  }
  const taken = await engine.lockPlan(edit);
  if (!taken.ok) {
    throw new Refused(taken.refusal);
  }
  try {
    return await write();
  } finally {
    await taken.lock.release();
  }
}

/**
 * The editor writes through whatever a path leads to by then, so this is asked right before.
 * @throws Refused when a file, or the folder of one that is to be made, is a link out of the workspace by now
 */
export async function refuseOutside(
  { engine }: Pick<Loaded, 'engine'>,
  root: string,
  file: string,
): Promise<void> {
  if (isLocal(root) && !(await engine.isInWorkspace(root, file))) {
    throw new Refused({ code: 'not-writable', args: [file, 'links-outside'] });
  }
}
