/**
 * Stands in the bundles for the package with which markdown-it finds bare addresses. It makes such a finder for every
 * parser; ours never turns bare addresses into links, and would ship a dozen kilobytes for nothing.
 */
export class LinkifyIt {
  /** Whether a text may hold an address. */
  pretest(): boolean {
    return false;
  }
}
