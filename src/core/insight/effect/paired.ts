/** So many working days a date has to move at least for it to be said. */
const LEAST_SHIFT = 1;
/** And so many standard errors, so that chance alone moves no date. */
const LEAST_ERRORS = 2;

/**
 * Whether two forecasts of the same runs differ: the mean difference of a run is a working day at least, and more than
 * two standard errors. Both drew the same random numbers, so that what they share cancels out. Where some runs never
 * end, those that end in one of the two alone decide.
 * @param from and `to`: when each run ends, in working days from today; `Infinity` for never
 */
export function isMoved(from: ArrayLike<number> | undefined, to: ArrayLike<number> | undefined): boolean {
  if (!from || !to || from.length !== to.length || from.length === 0) {
    return false;
  }
  let [count, sum, squares, oneSided] = [0, 0, 0, 0];
  for (let run = 0; run < from.length; run++) {
    const [a, b] = [from[run] as number, to[run] as number];
    if (Number.isFinite(a) && Number.isFinite(b)) {
      count++;
      sum += b - a;
      squares += (b - a) ** 2;
    } else if (a !== b) {
      oneSided++;
    }
  }
  if (oneSided > LEAST_ERRORS * Math.sqrt(oneSided + count)) {
    return true;
  }
  if (count < 2) {
    return count === 1 && Math.abs(sum) >= LEAST_SHIFT;
  }
  const mean = sum / count;
  const variance = Math.max(0, squares - sum * mean) / (count - 1);
  const error = Math.sqrt(variance / count);
  return Math.abs(mean) >= LEAST_SHIFT - 1e-9 && Math.abs(mean) > LEAST_ERRORS * error;
}
