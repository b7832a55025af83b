/** One function per code; its parameters are the message's arguments. */
export type Sentences<C> = {
  readonly [K in keyof C]: (...args: Extract<C[K], readonly unknown[]>) => string;
};

type KeysOf<T> = T extends unknown ? keyof T : never;

/** The codes that stand in more than one of the parts. */
type Repeated<Parts extends readonly unknown[]> = Parts extends readonly [infer First, ...infer Others]
  ? (keyof First & KeysOf<Others[number]>) | Repeated<Others>
  : never;

type Union<Parts extends readonly unknown[]> = Parts extends readonly [infer First, ...infer Others]
  ? First & Union<Others>
  : unknown;

/**
 * The sentences of all parts in one. A code in two of them does not pass the type check, which names it: one of the
 * two sentences would never be said.
 */
export function joinSentences<const Parts extends readonly object[]>(
  parts: Parts & ([Repeated<Parts>] extends [never] ? unknown : { readonly repeated: Repeated<Parts> }),
): Union<Parts> {
  return Object.assign({}, ...parts) as Union<Parts>;
}
