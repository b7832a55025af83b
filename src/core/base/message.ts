/**
 * A sentence that has not been spoken yet: a stable code and the values that go into it. The core and
 * the presentation return these; `src/words` turns them into text in the reader's language.
 *
 * `C` maps each code to the tuple of its arguments, so a wrong code or argument does not compile.
 */
export type Message<C = Record<string, MessageArgs>> = {
  readonly [K in keyof C & string]: { readonly code: K; readonly args: C[K] };
}[keyof C & string];

/** Arguments are data: ids, titles, counts, ISO dates. Never a sentence. */
export type MessageArgs = readonly (string | number)[];
