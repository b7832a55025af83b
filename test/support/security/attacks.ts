import vm from 'node:vm';

/** Long enough that a quadratic search shows, in characters. */
const LENGTH = 6_000;
const GROWTH = 4;

/** What a linear search of `LENGTH` characters takes is far less, in milliseconds. */
const SUSPICIOUS_MS = 3;

/** Between linear growth, which is `GROWTH`, and quadratic growth, which is its square. */
const MOST_GROWTH = 9;

/** No search takes longer unless it is exponential, in milliseconds. */
const LIMIT_MS = 2_000;

const USUAL = [
  ' ',
  '\t',
  '\n',
  'a',
  'A',
  '0',
  '-',
  '_',
  '.',
  '/',
  ':',
  '*',
  '[',
  '(',
  '"',
  '#',
  ',',
  '|',
  '\\',
];

/** A text on which a search takes more than linear time. */
export interface Attack {
  readonly text: string;
  /** How much longer a search of a text takes that is four times as long. */
  readonly growth: number;
}

const context = vm.createContext({ pattern: /x/, text: '' });
const search = new vm.Script("pattern.lastIndex = 0; text.replace(pattern, '')");

/** The first text found that a pattern needs more than linear time for; undefined when none of those tried is. */
export function attackOn(source: string, flags: string): Attack | undefined {
  // Without a repetition it looks at a few characters from every place.
  if (!/[*+{]/.test(source)) return undefined;
  const pattern = new RegExp(source, flags);
  for (const { prefix, pump, suffix } of shapesFor(source)) {
    const textOf = (length: number): string => prefix + pump.repeat(length / pump.length) + suffix;
    const once = milliseconds(pattern, textOf(LENGTH));
    if (once < SUSPICIOUS_MS) continue;
    const growth = once === Infinity ? once : growthOf(pattern, textOf);
    if (growth > MOST_GROWTH) return { text: `${prefix}(${pump})…${suffix}`, growth };
  }
  return undefined;
}

function growthOf(pattern: RegExp, textOf: (length: number) => string): number {
  const best = (length: number): number =>
    Math.min(...[1, 2, 3].map(() => milliseconds(pattern, textOf(length))));
  // Whatever has disturbed the first search, a quadratic one takes longer than this.
  return best(LENGTH * GROWTH) / Math.max(best(LENGTH), SUSPICIOUS_MS / 2);
}

/** Infinite when it takes too long. */
function milliseconds(pattern: RegExp, text: string): number {
  Object.assign(context, { pattern, text });
  const start = process.cpuUsage();
  try {
    search.runInContext(context, { timeout: LIMIT_MS });
  } catch {
    return Infinity;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

interface Shape {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

/** Runs of what the pattern speaks of, with something at the end that it does not expect. */
function shapesFor(source: string): readonly Shape[] {
  const words = source.match(/[A-Za-z]{2,}/g) ?? [];
  const escaped = source.match(/\\[^\w\s]/g) ?? [];
  const plain = source.replace(/\\[dwsbDWSBntru]|[\\[\](){}+*?^$|]/g, '');
  const own = [...new Set([...escaped.map(text => text.slice(1)), ...plain])].slice(0, 12);
  const single = [...new Set([...USUAL, ...own])];
  const pairs = single.flatMap(a => [...new Set([' ', 'a', '0', ...own])].map(b => a + b));
  const prefixes = ['', ...own.slice(0, 3), ...words.slice(0, 2)];
  return [...new Set([...single, ...pairs, ...words.slice(0, 4)])].flatMap(pump =>
    (pump.length === 1 ? prefixes : ['']).flatMap(prefix =>
      ['\0', 'x', ''].map(suffix => ({ prefix, pump, suffix })),
    ),
  );
}
