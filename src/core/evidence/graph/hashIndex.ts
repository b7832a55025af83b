import type { Steps } from '../../base/steps';
import type { Commit } from './history';

/** Finds commits by a prefix of their hash. */
export interface HashIndex {
  /** The one commit whose hash starts with `prefix`; undefined when there is none or more than one. */
  find(prefix: string): string | undefined;
}

/** Characters that choose a bucket: four hex digits make as many buckets as there may be commits or so. */
const DIGITS = 4;

/** How many commits are looked at in one step. */
const STEP = 5_000;

/**
 * Finds the numbers of commits by their hashes, in two small arrays instead of a map of all hashes: for each
 * bucket its latest commit, and for each commit the one before it in its bucket.
 */
export class CommitNumbers implements HashIndex {
  private readonly latest: Int32Array;
  private readonly earlier: Int32Array;

  private constructor(
    private readonly commits: readonly Commit[],
    before: CommitNumbers | undefined,
    shared: number,
  ) {
    this.latest = before?.latestBelow(shared) ?? new Int32Array(1 << (4 * DIGITS)).fill(-1);
    this.earlier = new Int32Array(commits.length);
    if (before) {
      this.earlier.set(before.earlier.subarray(0, shared));
    }
  }

  /**
   * Made in small steps.
   * @param before a look-up whose first `shared` commits are the same ones
   */
  static *steps(commits: readonly Commit[], before?: CommitNumbers, shared = 0): Steps<CommitNumbers> {
    const made = new CommitNumbers(commits, before, shared);
    for (let n = shared; n < commits.length; n++) {
      const bucket = bucketOf((commits[n] as Commit).hash);
      made.earlier[n] = made.latest[bucket] as number;
      made.latest[bucket] = n;
      if (n % STEP === 0) {
        yield;
      }
    }
    return made;
  }

  /** The number of a commit by its whole hash; -1 when it is not there. */
  numberOf(hash: string): number {
    let n = this.latest[bucketOf(hash)] as number;
    while (n >= 0 && this.commits[n]?.hash !== hash) {
      n = this.earlier[n] as number;
    }
    return n;
  }

  /** The number of the one commit whose hash starts with `prefix`; -1 when there is none or more than one. */
  numberOfPrefix(prefix: string): number {
    let found = -1;
    // Any bucket may hold what begins with less than its digits.
    const [bucket, last] = prefix.length < DIGITS ? [0, this.latest.length - 1] : [bucketOf(prefix)];
    for (let at = bucket; at <= (last ?? bucket); at++) {
      for (let n = this.latest[at] as number; n >= 0; n = this.earlier[n] as number) {
        if (this.commits[n]?.hash.startsWith(prefix)) {
          if (found >= 0) {
            return -1;
          }
          found = n;
        }
      }
    }
    return found;
  }

  find(prefix: string): string | undefined {
    return this.commits[this.numberOfPrefix(prefix)]?.hash;
  }

  private latestBelow(count: number): Int32Array {
    const latest = this.latest.slice();
    for (let bucket = count < this.commits.length ? 0 : latest.length; bucket < latest.length; bucket++) {
      let n = latest[bucket] as number;
      while (n >= count) {
        n = this.earlier[n] as number;
      }
      latest[bucket] = n;
    }
    return latest;
  }
}

function bucketOf(hash: string): number {
  let bucket = 0;
  for (let i = 0; i < DIGITS; i++) {
    const code = hash.charCodeAt(i);
    // `0`–`9` and `a`–`f`; anything else lands somewhere, too.
    bucket = (bucket << 4) | ((code + (code >> 6) * 9) & 15);
  }
  return bucket;
}
