import type { Text } from '../words/text';
import type { Outcome } from '../verbs/verb';

/** Why the command line could not run: printed as one sentence, exit code 2. */
export class Failure extends Error {
  constructor(readonly text: Text) {
    super('failure');
  }
}

/**
 * What a verb gave.
 * @throws Failure with its problem
 */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    throw new Failure(outcome.problem);
  }
  return outcome.value;
}
