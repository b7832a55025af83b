/** A link of an activity network: `to` starts no earlier than `lag` working days after `from` has finished. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Working days. */
  readonly lag: number;
}

/** The edges of one direction, packed: those of node `i` are `first[i]` up to `first[i + 1]`. */
export interface Adjacency {
  readonly first: Int32Array;
  readonly node: Int32Array;
  readonly lag: Float64Array;
}

/** An activity-on-node network without cycles. Nodes are numbered from 0. */
export interface Network {
  readonly size: number;
  readonly before: Adjacency;
  readonly after: Adjacency;
  /** Every node after all that come before it. */
  readonly order: Int32Array;
}

/**
 * Packs the edges of a network that has no cycles.
 * @throws when there is a cycle; its members have to be taken out before
 */
export function buildNetwork(size: number, edges: readonly Edge[]): Network {
  const network = tryNetwork(size, edges);
  if (!network) {
    throw new Error('The network has a cycle.');
  }
  return network;
}

/** Packs the edges of a network; undefined when there is a cycle. */
export function tryNetwork(size: number, edges: readonly Edge[]): Network | undefined {
  const before = pack(
    size,
    edges,
    ({ to }) => to,
    ({ from }) => from,
  );
  const after = pack(
    size,
    edges,
    ({ from }) => from,
    ({ to }) => to,
  );
  const order = topologicalOrder(size, before, after);
  return order && { size, before, after, order };
}

function pack(
  size: number,
  edges: readonly Edge[],
  own: (edge: Edge) => number,
  other: (edge: Edge) => number,
): Adjacency {
  const first = new Int32Array(size + 1);
  for (const edge of edges) {
    first[own(edge) + 1] = (first[own(edge) + 1] as number) + 1;
  }
  for (let i = 0; i < size; i++) {
    first[i + 1] = (first[i + 1] as number) + (first[i] as number);
  }
  const next = first.slice(0, size);
  const node = new Int32Array(edges.length);
  const lag = new Float64Array(edges.length);
  for (const edge of edges) {
    const at = next[own(edge)] as number;
    next[own(edge)] = at + 1;
    node[at] = other(edge);
    lag[at] = edge.lag;
  }
  return { first, node, lag };
}

/**
 * Kahn's algorithm ("Topological sorting of large networks", 1962); equal ranks in the order of their numbers.
 * Undefined when there is a cycle.
 */
function topologicalOrder(size: number, before: Adjacency, after: Adjacency): Int32Array | undefined {
  const waiting = new Int32Array(size);
  const order = new Int32Array(size);
  let end = 0;
  for (let i = 0; i < size; i++) {
    waiting[i] = (before.first[i + 1] as number) - (before.first[i] as number);
    if (waiting[i] === 0) {
      order[end++] = i;
    }
  }
  for (let at = 0; at < end; at++) {
    const node = order[at] as number;
    for (let e = after.first[node] as number; e < (after.first[node + 1] as number); e++) {
      const target = after.node[e] as number;
      waiting[target] = (waiting[target] as number) - 1;
      if (waiting[target] === 0) {
        order[end++] = target;
      }
    }
  }
  return end < size ? undefined : order;
}
