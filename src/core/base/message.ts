/**
 * A sentence that has not been spoken yet: a stable code and the values that go into it. The core and
 * the presentation return these; `src/words` turns them into text in the reader's language.
 *
 * `C` maps each code to the tuple of its arguments, so a wrong code or argument does not compile.
 */
export type Message<C = Record<string, MessageArgs>> = Told<C> | Plain<C>;

type Told<C> = {
  readonly [K in Exclude<keyof C & string, Bare<C>>]: { readonly code: K; readonly args: C[K] };
}[Exclude<keyof C & string, Bare<C>>];

/** Codes without arguments are one kind: the compiler joins lists of at most a thousand kinds. */
type Plain<C> = [Bare<C>] extends [never] ? never : { readonly code: Bare<C>; readonly args: readonly [] };

type Bare<C> = { [K in keyof C & string]: C[K] extends readonly [] ? K : never }[keyof C & string];

/** Arguments are data: ids, titles, counts, ISO dates. Never a sentence. */
export type MessageArgs = readonly (string | number)[];
