/**
 * A long computation in small steps: at each `yield` it may be paused, so that whoever shares the thread gets
 * a turn. A step takes a few milliseconds at most.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs a computation to its end at once. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) {
    step = steps.next();
  }
  return step.value;
}
