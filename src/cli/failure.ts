import type { Text } from '../shared/text';

/** Why the command line could not run: printed as one sentence, exit code 2. */
export class Failure extends Error {
  constructor(readonly text: Text) {
    super('failure');
  }
}
