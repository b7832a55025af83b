import type { Steps } from '../../base/steps';

/** So many differences make a copy cheaper than looking into two maps. */
const MOST_CHANGES = 2_000;

/** How many entries are copied in one step. */
const STEP = 5_000;

/**
 * A map like another one but for a few keys, made without a copy of it.
 * @param changes the new values by key; undefined where the key is to go
 */
export function* amended<K, V extends object | number>(
  map: ReadonlyMap<K, V>,
  changes: ReadonlyMap<K, V | undefined>,
): Steps<ReadonlyMap<K, V>> {
  if (changes.size === 0) {
    return map;
  }
  const below = map instanceof LayeredMap ? (map as LayeredMap<K, V>) : undefined;
  const all = below ? new Map([...below.changes, ...changes]) : changes;
  const layered = new LayeredMap(below?.base ?? map, all);
  if (all.size <= MOST_CHANGES) {
    return layered;
  }
  const copy = new Map<K, V>();
  for (const [key, value] of layered) {
    copy.set(key, value);
    if (copy.size % STEP === 0) {
      yield;
    }
  }
  return copy;
}

/**
 * Keys under which two maps may hold something else.
 * @returns undefined where they do not come from the same map, so that it cannot be told without a comparison
 */
export function differingKeys<K, V extends object | number>(
  a: ReadonlyMap<K, V>,
  b: ReadonlyMap<K, V>,
): Iterable<K> | undefined {
  if (a === b) {
    return [];
  }
  return baseOf(a) === baseOf(b) ? new Set([...changedIn(a), ...changedIn(b)]) : undefined;
}

/** The map that an amended one and those made from it have in common; one that is not amended itself. */
export function baseOf<K, V extends object | number>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return map instanceof LayeredMap ? (map as LayeredMap<K, V>).base : map;
}

function changedIn<K, V extends object | number>(map: ReadonlyMap<K, V>): Iterable<K> {
  return map instanceof LayeredMap ? (map as LayeredMap<K, V>).changes.keys() : [];
}

/** The entries of `base` that are not in `changes`, then those of `changes`. */
class LayeredMap<K, V extends object | number> implements ReadonlyMap<K, V> {
  readonly size: number;

  constructor(
    readonly base: ReadonlyMap<K, V>,
    readonly changes: ReadonlyMap<K, V | undefined>,
  ) {
    let size = base.size;
    for (const [key, value] of changes) {
      size += (value === undefined ? 0 : 1) - (base.has(key) ? 1 : 0);
    }
    this.size = size;
  }

  get(key: K): V | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  forEach(look: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) {
      look(value, key, this);
    }
  }

  *entries(): MapIterator<[K, V]> {
    for (const entry of this.base) {
      if (!this.changes.has(entry[0])) {
        yield entry;
      }
    }
    for (const [key, value] of this.changes) {
      if (value !== undefined) {
        yield [key, value];
      }
    }
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) {
      yield key;
    }
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) {
      yield value;
    }
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}
