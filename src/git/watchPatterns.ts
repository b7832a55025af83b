/**
 * What to watch to learn that HEAD, a branch or a remote branch has moved: globs below the git dir and the
 * common dir ({@link Location}). They also match when nothing has moved; reading tells, and
 * then gives back the history that was known. `index` is left out on purpose: it changes with every status.
 */
export const watchPatterns: readonly string[] = [
  'HEAD',
  'packed-refs',
  'refs/**',
  'logs/HEAD',
  'reftable/**',
];
