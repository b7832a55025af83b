import type { PlanProblem } from '../core/plan/problem';
import type { Snapshot } from '../core/snapshot';
import { gitWarnings } from '../present/gitWarnings';
import { say } from '../words/say';
import type { Text } from '../words/text';
import { printable } from './printable';

/** Says on standard error what is missing from a result that is given all the same. */
export function warn(text: Text): void {
  process.stderr.write(`milepost: ${printable(say(text))}\n`);
}

/** Warns of what git could not say. */
export function warnOfGit(snapshot: Snapshot): void {
  gitWarnings(snapshot).forEach(warn);
}

/** Warns of files that could not be read. */
export function warnOfUnread(problems: readonly PlanProblem[]): void {
  problems.forEach(({ file, message }) => warn([file, message]));
}
