/** The form in which field names are compared: without case, hyphens and underscores. */
export function plainKey(key: string): string {
  let plain = known.get(key);
  if (plain === undefined) {
    plain = key.toLowerCase().replace(/[-_]/g, '');
    if (known.size < MOST_KNOWN) {
      known.set(key, plain);
    }
  }
  return plain;
}

/** The same few names stand in every file of a plan. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;
