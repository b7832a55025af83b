import { say } from '../../words/say';
import type { AllMessages, Text } from '../../words/text';

/** Sentences without arguments. */
type Words = { [C in keyof AllMessages]: AllMessages[C] extends [] ? C : never }[keyof AllMessages];

/** A word of the catalogue in the reader's language. */
export function word(code: Words): string {
  return say({ code, args: [] } as Text);
}
