import type { Network } from './network';

/** What the critical path method needs to know of each node. All in working days from today. */
export interface Activities {
  readonly duration: Float64Array;
  /** Not to be started before. */
  readonly release: Float64Array;
  /** To be finished by; `Infinity` without a date. */
  readonly due: Float64Array;
  /** 1 for nodes that only join others and are no work themselves. */
  readonly joint: Uint8Array;
}

/** Early and late dates and floats of each node, in working days from today. */
export interface Passes {
  readonly es: Float64Array;
  readonly ef: Float64Array;
  readonly ls: Float64Array;
  readonly lf: Float64Array;
  /** ls − es: how far a node may slip before the whole network ends later. */
  readonly totalFloat: Float64Array;
  /** How far a node may slip before any work after it starts later. */
  readonly freeFloat: Float64Array;
  /** How far a node may slip before a due date downstream, its own included, is missed; negative when one is. */
  readonly dueFloat: Float64Array;
  /** The node that carries that due date; -1 where there is none. */
  readonly dueNode: Int32Array;
  /** When the last node ends. */
  readonly finish: number;
}

/**
 * The critical path method (Kelley and Walker, "Critical-path planning and scheduling", 1959): a forward pass
 * `es = max(release, ef of each predecessor + lag)`, `ef = es + duration`, and a backward pass from the
 * network's finish, `lf = min(ls of each successor − lag)`, `ls = lf − duration`.
 * Linear in nodes and edges.
 */
export function criticalPath(network: Network, work: Activities): Passes {
  const { size, order, before, after } = network;
  const column = (): Float64Array => new Float64Array(size);
  const [es, ef, ls, lf, totalFloat, freeFloat, dueFloat] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  let finish = 0;
  for (const node of order) {
    let start = work.release[node] as number;
    for (let e = before.first[node] as number; e < (before.first[node + 1] as number); e++) {
      start = Math.max(start, (ef[before.node[e] as number] as number) + (before.lag[e] as number));
    }
    es[node] = start;
    ef[node] = start + (work.duration[node] as number);
    finish = Math.max(finish, ef[node]);
  }
  const latestForDue = column();
  const dueNode = new Int32Array(size).fill(-1);
  for (let at = size - 1; at >= 0; at--) {
    const node = order[at] as number;
    const duration = work.duration[node] as number;
    let late = finish;
    let dueBy = work.due[node] as number;
    let carrier = dueBy < Infinity ? node : -1;
    let free = finish - (ef[node] as number);
    for (let e = after.first[node] as number; e < (after.first[node + 1] as number); e++) {
      const next = after.node[e] as number;
      const lag = after.lag[e] as number;
      const gap = (es[next] as number) - lag - (ef[node] as number);
      late = Math.min(late, (ls[next] as number) - lag);
      const latest = (latestForDue[next] as number) - (work.duration[next] as number) - lag;
      if (latest < dueBy) {
        dueBy = latest;
        carrier = dueNode[next] as number;
      }
      free = Math.min(free, work.joint[next] === 1 ? gap + (freeFloat[next] as number) : gap);
    }
    lf[node] = late;
    ls[node] = late - duration;
    totalFloat[node] = ls[node] - (es[node] as number);
    freeFloat[node] = free;
    latestForDue[node] = dueBy;
    dueNode[node] = carrier;
    dueFloat[node] = dueBy - (ef[node] as number);
  }
  return { es, ef, ls, lf, totalFloat, freeFloat, dueFloat, dueNode, finish };
}
