/** A whole number of 32 bits that stands for a text (FNV-1a, by Fowler, Noll and Vo). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * The number from 0 to 1 (excluded) at a place of a stream. It looks random, is the same for the same stream and place,
 * and has nothing to do with that of any other: so two simulations can be compared run by run, although one of them
 * draws for more things than the other ("common random numbers"). Mixed as in MurmurHash3 (Appleby, 2008).
 * @param stream a whole number of 32 bits, e.g. from {@link hashOf}
 * @param place a whole number
 */
export function uniformAt(stream: number, place: number): number {
  return mixed(mixed(stream) ^ Math.imul(place + 1, 0x9e3779b1)) / 0x1_0000_0000;
}

function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Steps of the table of a beta distribution: its quantiles are right to a thousandth of its width. */
const STEPS = 512;

/**
 * The quantile function of the beta distribution with the given shape: the number that a draw stays below with a given
 * chance. The larger the chance, the larger the number, so that one uniform number gives draws that belong together
 * from distributions of different shapes.
 * @param alpha at least 1, like `beta`
 */
export function betaQuantile(alpha: number, beta: number): (chance: number) => number {
  const below = new Float64Array(STEPS + 1);
  const density = (x: number): number => x ** (alpha - 1) * (1 - x) ** (beta - 1);
  for (let step = 1; step <= STEPS; step++) {
    // Simpson's rule on each step.
    const [a, b] = [(step - 1) / STEPS, step / STEPS];
    below[step] = (below[step - 1] as number) + density(a) + 4 * density((a + b) / 2) + density(b);
  }
  const whole = below[STEPS] as number;
  return chance => {
    const wanted = chance * whole;
    let [low, high] = [0, STEPS];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((below[middle] as number) <= wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    const [from, to] = [below[low] as number, below[high] as number];
    return (low + (to > from ? (wanted - from) / (to - from) : 0)) / STEPS;
  };
}
