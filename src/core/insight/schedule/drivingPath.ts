import type { Passes } from './criticalPath';
import type { Network } from './network';
import { TOLERANCE } from './workingTime';

/**
 * The nodes that decide when a node ends, from the first to the node itself: back from each to the one whose
 * end, with its lag, is its start. Of several the first in the network's numbering.
 */
export function drivingPath({ before }: Network, { es, ef }: Passes, last: number): number[] {
  const path = [last];
  for (let node: number | undefined = last; node !== undefined;) {
    let driver: number | undefined;
    for (let e = before.first[node] as number; e < (before.first[node + 1] as number); e++) {
      const from = before.node[e] as number;
      const free = (es[node] as number) - (ef[from] as number) - (before.lag[e] as number);
      if (Math.abs(free) <= TOLERANCE && (driver === undefined || from < driver)) {
        driver = from;
      }
    }
    if (driver !== undefined) {
      path.push(driver);
    }
    node = driver;
  }
  return path.reverse();
}
