import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from '../../core/base/steps';

/** Milliseconds after which others get a turn: well under what a person notices, and few turns. */
const SLICE = 12;

/**
 * Runs a long computation without holding the thread.
 * @throws the signal's reason once it is aborted
 */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  let until = performance.now() + SLICE;
  let step = steps.next();
  while (!step.done) {
    if (performance.now() >= until) {
      await nextTurn();
      signal?.throwIfAborted();
      until = performance.now() + SLICE;
    }
    step = steps.next();
  }
  return step.value;
}
