/**
 * Stands in the bundles for packages that markdown-it needs inside a line only: for links, entities, addresses and
 * emphasis. We read blocks, and would ship forty kilobytes for nothing. `readMarkdown` never gets here.
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
export const S = P;
