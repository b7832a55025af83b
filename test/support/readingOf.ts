import type { Store } from '../../src/app/store';
import type { Snapshot } from '../../src/core/snapshot';
import type { Reading } from '../../src/verbs/verb';

/** What verbs read from that look at the snapshot only. */
export function readingOf(snapshot: Snapshot): Reading {
  return { store: { snapshot } as Store };
}
