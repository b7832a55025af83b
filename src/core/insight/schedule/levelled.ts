import { placeBackward, placeForward } from './limited';
import type { Placement, Project } from './limited';
import { priorityOrder } from './order';

/** What decides between jobs that could start at the same time. */
export interface Levelling {
  readonly project: Project;
  /** Working days at full attention of each job. */
  readonly work: Float64Array;
  /** 1 for jobs under way: they go first and stay where they are put. */
  readonly active: Uint8Array;
  /** Less goes first. */
  readonly ranks: readonly Float64Array[];
  /** The time each job should end by; `Infinity` without a date. */
  readonly due: Float64Array;
}

/** Dates within the limits, and the order of jobs that made them. */
export interface Levelled {
  readonly placement: Placement;
  readonly order: Int32Array;
}

/**
 * Serial generation in the order of the ranks, then one pass backward and forward again (Li and Willis, "An
 * iterative scheduling technique for resource-constrained project scheduling", 1992), which is kept when
 * nothing comes later for it: neither the finish nor the sum of days after due dates.
 */
export function level({ project, work, active, ranks, due }: Levelling): Levelled {
  const { network } = project;
  const underway = Float64Array.from(active, value => 1 - value);
  const order = priorityOrder(network, [underway, ...ranks]);
  const placement = placeForward(project, order, work);
  const first: Levelled = { placement, order };

  const position = new Float64Array(network.size);
  network.order.forEach((node, index) => (position[node] = index));
  const byEnd = Int32Array.from(network.order).sort(
    (a, b) =>
      compare(placement.end[b] as number, placement.end[a] as number) ||
      (position[b] as number) - (position[a] as number),
  );
  const late = placeBackward(project, byEnd, work, placement, job => active[job] === 1);
  if (!late) {
    return first;
  }
  const again = priorityOrder(network, [underway, late, ...ranks]);
  const second: Levelled = { placement: placeForward(project, again, work), order: again };
  return isBetter(second.placement, placement, due) ? second : first;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function isBetter(after: Placement, before: Placement, due: Float64Array): boolean {
  const [a, b] = [measure(after, due), measure(before, due)];
  const notLater = a.finish <= b.finish && a.tardiness <= b.tardiness && a.unplaced <= b.unplaced;
  return notLater && (a.finish < b.finish || a.tardiness < b.tardiness);
}

function measure({ end }: Placement, due: Float64Array): Record<'finish' | 'tardiness' | 'unplaced', number> {
  let [finish, tardiness, unplaced] = [0, 0, 0];
  end.forEach((time, job) => {
    if (time === Infinity) {
      unplaced++;
    } else {
      finish = Math.max(finish, time);
      tardiness += Math.max(0, time - (due[job] as number));
    }
  });
  return { finish, tardiness, unplaced };
}
