import type { Snapshot } from '../core/snapshot';
import { missingHistory } from '../present/missingParts';
import { gitFailures } from '../present/rows/problemRows';
import { say } from '../words/say';
import type { Text } from '../words/text';
import { printable } from './printable';

/** Says on standard error what is missing from a result that is given all the same. */
export function warn(text: Text): void {
  process.stderr.write(`milepost: ${printable(say(text))}\n`);
}

/** Warns of what git could not say. */
export function warnOfGit(snapshot: Snapshot): void {
  gitFailures(snapshot).forEach(({ problem }) => warn(problem));
  const missing = snapshot.repos.flatMap(({ history }) => (history ? missingHistory(history) : []));
  new Map(missing.map(text => [say(text), text])).forEach(text => warn(text));
}
