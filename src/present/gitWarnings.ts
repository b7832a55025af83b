import type { Snapshot } from '../core/snapshot';
import { say } from '../words/say';
import type { Text } from '../words/text';
import { missingHistory } from './missingParts';
import { gitFailures } from './rows/problemRows';

/** What git could not say, and what clones do not have of their histories, each once. */
export function gitWarnings(snapshot: Snapshot): readonly Text[] {
  const missing = snapshot.repos.flatMap(({ history }) => (history ? missingHistory(history) : []));
  const failures: readonly Text[] = gitFailures(snapshot).map(({ problem }) => problem);
  return failures.concat([...new Map(missing.map(text => [say(text), text])).values()]);
}
