/**
 * Task and risk ids such as `APP-31`, `BACK-24.02`, `APP-k3f9`: a prefix that starts with a letter, a
 * hyphen, and letters or digits in parts separated by dots.
 */
export const ID_PATTERN = '[A-Za-z][A-Za-z0-9_]*-[A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)*';

const DIGITS = /^[0-9]+$/;

const WHOLE_ID = new RegExp(`^${ID_PATTERN}$`);

/** True for a text that is an id from its first to its last character. */
export function isId(text: string): boolean {
  return WHOLE_ID.test(text);
}

/**
 * The form in which ids are compared: upper case, numbers without leading zeros.
 * `back-024.02` and `BACK-24.2` have the same key. Milestone ids (slugs, `m-1`) use it as well.
 */
export function idKey(id: string): string {
  const key = id.trim().toUpperCase();
  return /(?:^|[-.])0/.test(key)
    ? key
        .split(/([-.])/)
        .map(withoutLeadingZeros)
        .join('')
    : key;
}

function withoutLeadingZeros(part: string): string {
  return part.startsWith('0') && DIGITS.test(part) ? part.replace(/^0+(?=[0-9])/, '') : part;
}

/** The part of an id before its first hyphen, in upper case: `APP` for `app-31.2`. */
export function prefixOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('-'))).toUpperCase();
}

/** `idKey` after a former prefix has been replaced by today's: `task-24` gives `BACK-24`. */
export function aliasedKey(id: string, prefix: string, aliases: ReadonlySet<string>): string {
  if (aliases.size === 0) {
    return idKey(id);
  }
  const own = prefixOf(id);
  return idKey(aliases.has(own) ? `${prefix}${id.slice(own.length)}` : id);
}
