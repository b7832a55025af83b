/** The form in which field names are compared: without case, hyphens and underscores. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}
