import type { Commit } from '../core/evidence/graph/history';

/** Commits by hash, newest first. */
type Commits = ReadonlyMap<string, Commit>;

/** So many commits in front make a copy cheaper than looking into two maps. */
const MOST_IN_FRONT = 2_000;

/** The newer commits, then those that were known, made without a copy of these. */
export function inFrontOf(newer: Commits, known: Commits): Commits {
  if (known.size === 0) return newer;
  const added = [...newer].filter(([hash]) => !known.has(hash));
  const [before, base] = known instanceof GrownCommits ? [known.front, known.base] : [[], known];
  const front = new Map([...added, ...before]);
  const grown = new GrownCommits(front, base);
  return front.size > MOST_IN_FRONT ? new Map(grown) : grown;
}

/** No commit is on both sides. */
class GrownCommits implements ReadonlyMap<string, Commit> {
  readonly size: number;

  constructor(
    readonly front: Commits,
    readonly base: Commits,
  ) {
    this.size = front.size + base.size;
  }

  get(hash: string): Commit | undefined {
    return this.base.get(hash) ?? this.front.get(hash);
  }

  has(hash: string): boolean {
    return this.base.has(hash) || this.front.has(hash);
  }

  forEach(look: (commit: Commit, hash: string, all: Commits) => void): void {
    for (const [hash, commit] of this) look(commit, hash, this);
  }

  *entries(): MapIterator<[string, Commit]> {
    yield* this.front.entries();
    yield* this.base.entries();
  }

  *keys(): MapIterator<string> {
    yield* this.front.keys();
    yield* this.base.keys();
  }

  *values(): MapIterator<Commit> {
    yield* this.front.values();
    yield* this.base.values();
  }

  [Symbol.iterator](): MapIterator<[string, Commit]> {
    return this.entries();
  }
}
