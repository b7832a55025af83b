import { aliasedKey, idKey, prefixOf } from '../../plan/ids';
import type { Plan } from '../../plan/model';

/** A task's id found in a text. */
export interface FoundId {
  /** Key of the task. */
  readonly key: string;
  /** As the text spells it. */
  readonly id: string;
  /** UTF-16 offsets: `start` ≤ i < `end`. */
  readonly start: number;
  readonly end: number;
}

/** A task that a branch name holds; a bare second number (`task-430-431-x`) only mentions its task. */
export interface BranchTask {
  readonly key: string;
  readonly strength: 'works-on' | 'mentions';
  /** Offset of its prefix in the name. */
  readonly start: number;
}

/** Finds the ids of one plan's tasks. Compiled once per plan; every search is linear in its text. */
export interface IdMatcher {
  /** Ids in free text, in order: not inside a URL, a path, a longer word or a hash. */
  findIds(text: string): readonly FoundId[];
  /** Tasks that a branch or file name holds, in order; there `/ - _ . #` separate. */
  findBranchIds(name: string): BranchTask[];
}

const NO_IDS: readonly FoundId[] = [];
const LETTER = /[A-Za-z]/;
/** From the first letter after `_` or at the beginning of a run that ends at a hyphen; each run is looked at once. */
const BRANCH_PREFIX = /(?<![A-Za-z0-9_])(?:(?:\d[A-Za-z0-9]*)?_)*([A-Za-z][A-Za-z0-9_]*)(?=-)/g;
/** More than an id may have. */
const LONGEST_NUMBER = 200;
/** No prefix in a branch name is longer. */
const MOST_PREFIX = 100;
const NUMBER = /-([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)/y;
const BRANCH_SECOND = /-(\d+)(?![A-Za-z0-9])/y;
/** Scripts that put spaces between words; Chinese or Japanese text may touch an id. */
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}_]/u;
const AFTER_SLASH = /\/(?:\d+(?![\w/.-])|([A-Za-z][A-Za-z0-9_]*)-[A-Za-z0-9])/y;

/**
 * Compiles the matcher of a plan: its prefix, its aliases, and the prefixes of the ids it holds; only
 * tasks that exist. Former and foreign ids of tasks come after ids that tasks have.
 * @param moreAliases former prefixes that the plan itself does not name, upper case
 */
export function compileIdMatcher(plan: Plan, moreAliases: ReadonlySet<string> = new Set()): IdMatcher {
  const keys = new Map<string, string>();
  const prefixes = new Set<string>();
  for (const task of plan.tasks) {
    if (task.id !== '') {
      keys.set(task.key, task.key);
      prefixes.add(prefixOf(task.id)).add(prefixOf(task.key));
    }
  }
  const { prefix } = plan.settings;
  const aliases = new Set([...plan.settings.aliases, ...moreAliases]);
  for (const alias of aliases) {
    prefixes.add(alias);
  }

  const others = new Map<string, string>();
  for (const [id, key] of plan.otherIds ?? []) {
    if (keys.has(key)) {
      others.set(id, key);
      prefixes.add(prefixOf(id));
    }
  }

  // Mostly an id is written as its key. The key of the plan is given, and no slice that would hold its message.
  const resolve = (id: string): string | undefined => {
    const own = keys.get(id) ?? keys.get(idKey(id));
    if (own !== undefined) {
      return own;
    }
    const key = aliasedKey(id, prefix, aliases);
    return keys.get(key) ?? others.get(key) ?? others.get(idKey(id));
  };

  return {
    findIds(text) {
      let found: FoundId[] | undefined;
      let inUrl: ReturnType<typeof urlProbe> | undefined;
      // Hyphens are rarer than words, and most texts hold no id.
      for (let hyphen = text.indexOf('-'); hyphen !== -1; hyphen = text.indexOf('-', hyphen + 1)) {
        const start = wordStart(text, hyphen);
        if (start === hyphen || !prefixes.has(text.slice(start, hyphen).toUpperCase())) {
          continue;
        }
        NUMBER.lastIndex = hyphen;
        const tail = LETTER.test(text.charAt(start)) ? NUMBER.exec(text)?.[0] : undefined;
        const end = hyphen + (tail?.length ?? 0);
        if (end === hyphen || (inUrl ??= urlProbe(text))(start)) {
          continue;
        }
        const id = text.slice(start, end);
        const key = resolve(id);
        if (key !== undefined && standsAlone(text, start, end, found?.at(-1)?.end === start - 1, prefixes)) {
          (found ??= []).push({ key, id, start, end });
        }
      }
      return found ?? NO_IDS;
    },

    findBranchIds(name) {
      const found = new Map<string, BranchTask>();
      for (const match of name.matchAll(BRANCH_PREFIX)) {
        const known = knownTail(match[1] ?? '', prefixes);
        NUMBER.lastIndex = match.index + match[0].length;
        const number = NUMBER.exec(name)?.[1];
        const hit = known && number ? longest(known, number, resolve) : undefined;
        if (!known || !hit) {
          continue;
        }
        const start = match.index + match[0].length - known.length;
        found.set(hit.key, { key: hit.key, strength: 'works-on', start });
        BRANCH_SECOND.lastIndex = match.index + match[0].length + 1 + hit.length;
        const second = BRANCH_SECOND.exec(name)?.[1];
        const secondKey = second ? resolve(`${known}-${second}`) : undefined;
        if (secondKey !== undefined && !found.has(secondKey)) {
          found.set(secondKey, { key: secondKey, strength: 'mentions', start });
        }
      }
      return [...found.values()];
    },
  };
}

/** Where the run of letters, digits and `_` begins that ends before `end`. */
function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && isWordCode(text.charCodeAt(start - 1))) {
    start--;
  }
  return start;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}

/** The longest known prefix at the end of `word`: `APP` in `my_app`, since `_` separates. */
function knownTail(word: string, prefixes: ReadonlySet<string>): string | undefined {
  const first = word.length <= MOST_PREFIX ? 0 : nextPart(word, word.length - MOST_PREFIX - 1);
  for (let at = first; at !== -1 && at < word.length; at = nextPart(word, at)) {
    const tail = word.slice(at).toUpperCase();
    if (prefixes.has(tail)) {
      return tail;
    }
  }
  return undefined;
}

function nextPart(word: string, from: number): number {
  const underscore = word.indexOf('_', from);
  return underscore === -1 ? -1 : underscore + 1;
}

/** Drops dotted words (`22.md`, `22.fix`) until the id exists, but no numbers: `22.1` is not `22`. */
function longest(
  prefix: string,
  number: string,
  resolve: (id: string) => string | undefined,
): { key: string; length: number } | undefined {
  // A longer number is none of an id, but one may stand before dotted words.
  const most = number.length > LONGEST_NUMBER ? number.lastIndexOf('.', LONGEST_NUMBER) : number.length;
  if (most < 0 || /\d/.test(number.slice(most))) {
    return undefined;
  }
  const parts = number.slice(0, most).split('.');
  while (parts.length > 0) {
    const tried = parts.join('.');
    const key = resolve(`${prefix}-${tried}`);
    if (key !== undefined) {
      return { key, length: tried.length };
    }
    if (/\d/.test(parts.pop() ?? '')) {
      return undefined;
    }
  }
  return undefined;
}

function standsAlone(
  text: string,
  start: number,
  end: number,
  followsId: boolean,
  prefixes: ReadonlySet<string>,
): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const wordBefore = WORD.test(text.charAt(start - 2));
  const wordAfter = WORD.test(text.charAt(end + 1));
  if (WORD.test(before) || before === '@' || before === '\\' || after === '\\' || WORD.test(after)) {
    return false;
  }
  if ((/[-.#]/.test(before) && wordBefore) || (/[-@]/.test(after) && wordAfter)) {
    return false;
  }
  // `APP-1/APP-2` is a list; any other slash makes a path.
  if (before === '/' && !followsId) {
    return false;
  }
  if (after === '/') {
    AFTER_SLASH.lastIndex = end;
    const next = AFTER_SLASH.exec(text);
    return next !== null && (next[1] === undefined || prefixes.has(next[1].toUpperCase()));
  }
  return true;
}

/** Tells whether an offset lies in a URL; offsets must be asked in ascending order. */
function urlProbe(text: string): (offset: number) => boolean {
  let start = text.indexOf('://');
  let end = -1;
  return offset => {
    while (start !== -1 && start < offset) {
      if (end <= start) {
        end = start + 3;
        while (end < text.length && !/[\s<>"]/.test(text.charAt(end))) {
          end++;
        }
      }
      if (offset < end) {
        return true;
      }
      start = text.indexOf('://', end);
    }
    return false;
  };
}
