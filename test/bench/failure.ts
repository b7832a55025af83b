/** What ends a run for a reason that the message says in full: no stack is printed with it. */
export class Failure extends Error {
  /** @param exitCode by default another one than that of a comparison that found something worse */
  constructor(
    message: string,
    readonly exitCode = 2,
  ) {
    super(message);
  }
}
