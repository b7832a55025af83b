import type { Network } from './network';

/**
 * The nodes in the order of their rank, but each after all that come before it: what a priority rule makes of
 * a network. Ranks are compared entry by entry; equal ones keep the order of their numbers.
 */
export function priorityOrder({ size, before, after }: Network, ranks: readonly Float64Array[]): Int32Array {
  const waiting = new Int32Array(size);
  const order = new Int32Array(size);
  const heap: number[] = [];
  const precedes = (a: number, b: number): boolean => {
    for (const rank of ranks) {
      const difference = (rank[a] as number) - (rank[b] as number);
      if (difference !== 0) {
        return difference < 0;
      }
    }
    return a < b;
  };
  for (let node = 0; node < size; node++) {
    waiting[node] = (before.first[node + 1] as number) - (before.first[node] as number);
    if (waiting[node] === 0) {
      push(heap, node, precedes);
    }
  }
  for (let at = 0; heap.length > 0; at++) {
    const node = pop(heap, precedes);
    order[at] = node;
    for (let e = after.first[node] as number; e < (after.first[node + 1] as number); e++) {
      const next = after.node[e] as number;
      waiting[next] = (waiting[next] as number) - 1;
      if (waiting[next] === 0) {
        push(heap, next, precedes);
      }
    }
  }
  return order;
}

type Precedes = (a: number, b: number) => boolean;

function push(heap: number[], node: number, precedes: Precedes): void {
  let at = heap.length;
  heap.push(node);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as number;
    if (!precedes(node, above)) {
      break;
    }
    heap[at] = above;
    at = parent;
  }
  heap[at] = node;
}

function pop(heap: number[], precedes: Precedes): number {
  const first = heap[0] as number;
  const last = heap.pop() as number;
  const { length } = heap;
  for (let at = 0; length > 0;) {
    let child = 2 * at + 1;
    if (child + 1 < length && precedes(heap[child + 1] as number, heap[child] as number)) {
      child++;
    }
    if (child >= length || !precedes(heap[child] as number, last)) {
      heap[at] = last;
      break;
    }
    heap[at] = heap[child] as number;
    at = child;
  }
  return first;
}
