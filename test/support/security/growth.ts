/** Quadratic work on the smaller text, a quarter of a billion steps, takes far longer than this, in milliseconds. */
const TOO_SHORT_MS = 60;

/** Between linear growth, which is 4, and quadratic growth, which is 16. */
const MOST_GROWTH = 9;

/** Other programs may slow the larger one down; what is quadratic is so every time. */
const TRIES = 4;

/** Length of the larger text. */
const LENGTH = 64 * 1024;

/**
 * How much longer work on a text takes that is four times as long, where that is more than linear work takes;
 * undefined where it is not. Processor time, the best of a few tries.
 * @param pump what the text is made of
 */
export function superlinear(pump: string, work: (text: string) => unknown): number | undefined {
  const small = pump.repeat(LENGTH / 4 / pump.length);
  // The first time takes longer, since nothing is compiled yet.
  if (milliseconds(work, small) < TOO_SHORT_MS || milliseconds(work, small) < TOO_SHORT_MS) return undefined;
  const large = pump.repeat(LENGTH / pump.length);
  let growth = Infinity;
  for (let tries = 0; tries < TRIES && growth > MOST_GROWTH; tries++) {
    const time = milliseconds(work, large);
    // What is as quick as this on the larger text only looks slow beside a smaller one that was lucky.
    growth = time < 4 * TOO_SHORT_MS ? 0 : Math.min(growth, time / milliseconds(work, small));
  }
  return growth > MOST_GROWTH ? growth : undefined;
}

function milliseconds(work: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
