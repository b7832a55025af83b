import vm from 'node:vm';

/** Long enough that a quadratic search shows, in characters. */
const LENGTH = 3_000;
const GROWTH = 4;

/** What a linear search of `LENGTH` characters takes is far less, in milliseconds. */
const SUSPICIOUS_MS = 2;

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

const context = vm.createContext({ now: () => performance.now(), least: SUSPICIOUS_MS });
const search = new vm.Script("pattern.lastIndex = 0; text.replace(pattern, '')");
/** Starting a run that can be stopped is slow, so one searches all texts and notes those that take long. */
const sweep = new vm.Script(`for (; at < texts.length; at++) {
  const began = now();
  pattern.lastIndex = 0;
  texts[at].replace(pattern, '');
  if (now() - began > least) slow.push(at);
}`);

/** The first text found that a pattern needs more than linear time for; undefined when none of those tried is. */
export function attackOn(source: string, flags: string): Attack | undefined {
  // Without a repetition it looks at a few characters from every place.
  if (!/[*+{]/.test(source)) return undefined;
  const pattern = new RegExp(source, flags);
  const shapes = shapesFor(source);
  const texts = shapes.map(({ prefix, pump, suffix }) => prefix + pump.repeat(LENGTH / pump.length) + suffix);
  for (const at of slowOnes(pattern, texts)) {
    const { prefix = '', pump = '', suffix = '' } = shapes[at] ?? {};
    const textOf = (length: number): string => prefix + pump.repeat(length / pump.length) + suffix;
    const once = milliseconds(pattern, textOf(LENGTH));
    if (once < SUSPICIOUS_MS) continue;
    const growth = once === Infinity ? once : growthOf(pattern, textOf);
    if (growth > MOST_GROWTH) return { text: `${prefix}(${pump})…${suffix}`, growth };
  }
  return undefined;
}

/** Which texts a search takes long for by the clock, be it for another program's sake. */
function* slowOnes(pattern: RegExp, texts: readonly string[]): Generator<number> {
  const state = Object.assign(context, { texts, at: 0 });
  while (state.at < texts.length) {
    const slow: number[] = [];
    Object.assign(context, { pattern, slow });
    try {
      sweep.runInContext(context, { timeout: LIMIT_MS });
    } catch {
      slow.push(state.at++);
    }
    yield* slow;
  }
}

function growthOf(pattern: RegExp, textOf: (length: number) => string): number {
  const best = (length: number): number =>
    Math.min(...[1, 2, 3].map(() => milliseconds(pattern, textOf(length))));
  // Whatever has disturbed the first search, a quadratic one takes longer than this, and does so every time.
  const once = (): number => best(LENGTH * GROWTH) / Math.max(best(LENGTH), SUSPICIOUS_MS / 2);
  return Math.min(once(), once());
}

/** Processor time; infinite when it takes too long. */
function milliseconds(pattern: RegExp, text: string): number {
  Object.assign(context, { pattern, text });
  const start = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
  try {
    search.runInContext(context, { timeout: LIMIT_MS });
  } catch {
    // The limit is by the clock: where the machine gave us hardly any time, the search is made again.
    return spent() > LIMIT_MS / 20 ? Infinity : milliseconds(pattern, text);
  }
  return spent();
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
