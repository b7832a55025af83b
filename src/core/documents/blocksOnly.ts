/**
 * Stands in the bundles for packages that markdown-it needs inside a line only: for links, entities, addresses and
 * emphasis. We read blocks, and would ship fifty kilobytes for nothing. `readMarkdown` never gets here.
 */
export class LinkifyIt {
  /** Whether a text may hold an address. */
  pretest(): boolean {
    return false;
  }
}

/** A text as it is: entities are not read. */
export function decodeHTMLStrict(text: string): string {
  return text;
}

/** Punctuation and symbols of Unicode, which bound emphasis: none. */
export const P = /[^\s\S]/;

/** Symbols of Unicode, which bound emphasis: none. */
export const S = P;

/** Addresses as they stand: none is taken apart or put together. */
export const parse = (address: string): { readonly pathname: string } => ({ pathname: address });

/** Puts an address together: it stands as it was. */
export const format = ({ pathname }: { readonly pathname: string }): string => pathname;

/** Returns an address as it is. */
export const encode = (text: string): string => text;

/** Returns an address as it is. */
export const decode = Object.assign((text: string): string => text, { defaultChars: '' });

/** Names of hosts, of which an address taken whole has none. */
// eslint-disable-next-line no-restricted-exports -- so markdown-it imports it
export default { toASCII: (host: string): string => host, toUnicode: (host: string): string => host };
