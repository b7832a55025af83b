type Token =
  | { readonly kind: 'char'; readonly char: string }
  /** `?`: one character but `/`. */
  | { readonly kind: 'one' }
  /** `*`: any run without `/`. */
  | { readonly kind: 'star' }
  /** `**`: any run. */
  | { readonly kind: 'all' }
  /** Stands before `**` and `/`, which may be absent together. */
  | { readonly kind: 'optional' };

/**
 * Compiles a glob of `*` (not over `/`), `**` (over `/`; `**` and its slash may match nothing) and `?`.
 * It matches a whole text, in time proportional to text × pattern whatever they hold: a regular
 * expression made from a hostile pattern would not.
 * @param free `*` and `?` match `/` as well, for texts that are not paths
 */
export function compileGlob(pattern: string, free = false): (text: string) => boolean {
  if (!/[*?]/.test(pattern)) {
    return text => text === pattern;
  }
  const tokens = tokenize(pattern, free);
  return text => run(tokens, text, free);
}

function tokenize(pattern: string, free: boolean): Token[] {
  const tokens: Token[] = [];
  const chars = [...pattern];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    if (char === '?') {
      tokens.push({ kind: 'one' });
    } else if (char !== '*') {
      tokens.push({ kind: 'char', char });
    } else {
      const from = i;
      while (chars[i + 1] === '*') {
        i++;
      }
      const atSegment = from === 0 || chars[from - 1] === '/';
      if (i > from && atSegment && chars[i + 1] === '/') {
        tokens.push({ kind: 'optional' });
      }
      tokens.push({ kind: i > from || free ? 'all' : 'star' });
    }
  }
  return tokens;
}

/** Runs all ways to match side by side: `states[i]` says that the first `i` tokens are used up. */
function run(tokens: readonly Token[], text: string, free: boolean): boolean {
  let states = new Uint8Array(tokens.length + 1);
  states[0] = 1;
  skipEmpty(tokens, states);
  for (const char of text) {
    const next = new Uint8Array(tokens.length + 1);
    let alive = false;
    tokens.forEach((token, i) => {
      if (states[i] === 1 && token.kind !== 'optional' && accepts(token, char, free)) {
        next[token.kind === 'star' || token.kind === 'all' ? i : i + 1] = 1;
        alive = true;
      }
    });
    if (!alive) {
      return false;
    }
    skipEmpty(tokens, next);
    states = next;
  }
  return states[tokens.length] === 1;
}

function accepts(token: Token, char: string, free: boolean): boolean {
  switch (token.kind) {
    case 'char':
      return token.char === char;
    case 'all':
      return true;
    default:
      return free || char !== '/';
  }
}

function skipEmpty(tokens: readonly Token[], states: Uint8Array): void {
  tokens.forEach((token, i) => {
    if (states[i] === 1 && token.kind !== 'char' && token.kind !== 'one') {
      states[i + 1] = 1;
      if (token.kind === 'optional') {
        states[i + 3] = 1;
      }
    }
  });
}
