/** One function per code; its parameters are the message's arguments. */
export type Sentences<C> = {
  readonly [K in keyof C]: (...args: Extract<C[K], readonly unknown[]>) => string;
};

type KeysOf<T> = T extends unknown ? keyof T : never;

/** The codes that are in more than one part. */
type Repeated<Parts extends readonly unknown[]> = Parts extends readonly [infer First, ...infer Others]
  ? (keyof First & KeysOf<Others[number]>) | Repeated<Others>
  : never;

type Union<Parts extends readonly unknown[]> = Parts extends readonly [infer First, ...infer Others]
  ? First & Union<Others>
  : unknown;

/**
 * Joins the sentences of all parts into one object. A code in two parts fails the type check, which names the code:
 * one of its two sentences would never be used.
 */
export function joinSentences<const Parts extends readonly object[]>(
  parts: Parts & ([Repeated<Parts>] extends [never] ? unknown : { readonly repeated: Repeated<Parts> }),
): Union<Parts> {
  return Object.assign({}, ...parts) as Union<Parts>;
}
