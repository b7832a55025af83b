/** How a YAML scalar is written. `plain` means: without quotes, unless YAML needs them. */
export type ScalarStyle = 'plain' | 'single' | 'double';

/** Words that YAML 1.1 or 1.2 would read as something else than text. */
const NOT_TEXT = /^(?:~|null|true|false|yes|no|on|off|y|n)$/i;
const INDICATOR_FIRST = /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]/;
// Everything YAML cannot hold outside double quotes: control characters, line and page separators.

const NEEDS_ESCAPE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;

const ESCAPED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff"\\]/g;

/**
 * A value as YAML text in the wanted style; quoted when the style is plain but YAML needs quotes, and
 * double-quoted when only escapes can hold it.
 * @param inFlow true inside `[…]`, where commas and brackets need quotes as well
 */
export function scalarText(value: string, style: ScalarStyle, inFlow = false): string {
  if (style === 'double' || hasUnprintable(value)) {
    return `"${value.replace(ESCAPED, escape)}"`;
  }
  return style === 'plain' && isPlainSafe(value, inFlow) ? value : `'${value.replaceAll("'", "''")}'`;
}

/** The style in which a scalar stands in its source text. */
export function styleOf(source: string): ScalarStyle {
  return source.startsWith("'") ? 'single' : source.startsWith('"') ? 'double' : 'plain';
}

function isPlainSafe(value: string, inFlow: boolean): boolean {
  return (
    value !== '' &&
    value.trim() === value &&
    !NOT_TEXT.test(value) &&
    !INDICATOR_FIRST.test(value) &&
    !/:(?:\s|$)|\s#/.test(value) &&
    !/^(?:---|\.\.\.)/.test(value) &&
    !(inFlow && /[,[\]{}:]/.test(value))
  );
}

/** A surrogate pair is printable; only a lone half is not. */
function hasUnprintable(value: string): boolean {
  return NEEDS_ESCAPE.test(value.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''));
}

function escape(character: string): string {
  switch (character) {
    case '"':
    case '\\':
      return `\\${character}`;
    case '\n':
      return '\\n';
    case '\t':
      return '\\t';
    case '\r':
      return '\\r';
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
}
