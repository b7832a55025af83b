import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../../core/base/message';
import type { RefusalMessages } from '../../core/plan/change';
import { detailOf } from '../files/nodeFiles';
import type { PlannedEdit } from '../store';
import { takeLock, type HeldLock } from './fileLock';
import { lockPlace } from './lockPlace';

export type PlanLockOutcome =
  | { readonly ok: true; readonly lock: HeldLock }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };

/**
 * Takes the one lock of a plan, which whoever changes a file of it holds, and waits up to two seconds for another
 * holder.
 * @param edit what it is taken for; a refusal names the file
 */
export async function lockPlan({
  root,
  plan,
  file,
}: Pick<PlannedEdit, 'root' | 'plan' | 'file'>): Promise<PlanLockOutcome> {
  try {
    const lock = await takeLock(await lockPlace(await realpath(join(root, plan))));
    return 'renew' in lock
      ? { ok: true, lock }
      : { ok: false, refusal: { code: 'plan-locked', args: [file, lock.process, lock.host] } };
  } catch (error) {
    const place = error instanceof Error && 'path' in error ? String(error.path) : plan;
    return { ok: false, refusal: { code: 'lock-failed', args: [file, place, detailOf(error)] } };
  }
}
