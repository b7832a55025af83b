import type { Log } from '../../app/ports';
import type { Message } from '../../core/base/message';
import type { AllMessages } from '../../words/text';
import type { Outcome } from '../../verbs/verb';
import type { Session } from '../session';

/** A command that VS Code can run. What it rejects with is told to the user in one place. */
export interface Command {
  readonly id: string;
  execute(...args: readonly unknown[]): Promise<void> | void;
}

/** What every command may need. */
export interface CommandContext {
  readonly session: Session;
  readonly log: Log & { show(): void };
}

/** Something that cannot be done, with the sentence that says why. */
export class Refused extends Error {
  /** @param wayOut a button that leads to what is in the way */
  constructor(
    readonly reason: Message<AllMessages>,
    readonly wayOut?: { readonly label: Message<AllMessages>; run(): Promise<void> },
  ) {
    super(reason.code);
    this.name = 'Refused';
  }
}

/**
 * What a verb gave.
 * @throws Refused with its problem
 */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    throw new Refused(outcome.problem);
  }
  return outcome.value;
}
