/** Quadratic work on the smaller text, a billion steps, takes far longer than this, in milliseconds. */
const TOO_SHORT_MS = 60;

/** Between linear growth, which is 4, and quadratic growth, which is 16. */
const MOST_GROWTH = 9;

/** Length of the larger text. */
const LENGTH = 128 * 1024;

/**
 * How much longer work on a text takes that is four times as long, where that is more than linear work takes;
 * undefined where it is not. Processor time, the better of two tries.
 * @param pump what the text is made of
 */
export function superlinear(pump: string, work: (text: string) => unknown): number | undefined {
  const small = pump.repeat(LENGTH / 4 / pump.length);
  const once = milliseconds(work, small);
  if (once < TOO_SHORT_MS) return undefined;
  const large = pump.repeat(LENGTH / pump.length);
  const quarter = Math.min(once, milliseconds(work, small));
  const growth = Math.min(milliseconds(work, large), milliseconds(work, large)) / quarter;
  return growth > MOST_GROWTH ? growth : undefined;
}

function milliseconds(work: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
