import type { EditResult, RefusalMessages } from '../../plan/change';
import type { Message } from '../../message';

/** An edit that is not made, and why. */
export function refuse(refusal: Message<RefusalMessages>): EditResult {
  return { ok: false, refusal };
}
