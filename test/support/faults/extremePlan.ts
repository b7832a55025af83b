import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick, randomOf } from '../../fuzz/mutate';

const DURATIONS = ['1d', '10000d', '100000000d', '1h/5000d/10000d', '20261120d', '0d', '99999pt', '3'];
const DAYS = ['2026-03-02', '2199-12-31', '1970-01-01', '9999-12-31', '2075-01-01', '2026-12-24'];
const LAGS = ['', '+10000d', '+1d', '+1000000000d', '+1h'];
const CAPACITIES = ['1%', '0%', '100%', '0.000001%', '3%'];

/** Where there are not far too many, so that the worker tries to place the work. */
const PEOPLE = 50;
const HOLIDAYS = 20;

/** What a plan may have far too much of. */
export const EXTREMES = [
  'lines',
  'files',
  'people',
  'holidays',
  'milestones',
  'chain',
  'everything',
] as const;

export type Extreme = (typeof EXTREMES)[number];

/**
 * Writes a plan of about so many bytes with absurd numbers, and far too much of one thing.
 * @returns how many bytes it has
 */
export function writeExtremePlan(root: string, extreme: Extreme, bytes: number, seed: number): number {
  const random = randomOf(seed);
  const one = (texts: readonly string[]): string => pick(random, texts);
  let written = 0;
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, 'plan', path, '..'), { recursive: true });
    writeFileSync(join(root, 'plan', path), text);
    written += text.length;
  };
  /** Pieces up to a share of the bytes, or a few: most for what there is far too much of. */
  const pieces = (of: Extreme, piece: (at: number) => string, few = Infinity): string[] => {
    const most = extreme === of || extreme === 'everything' ? Infinity : few;
    const share = extreme === of ? 0.8 : extreme === 'everything' ? 0.15 : 0.01;
    const found: string[] = [];
    let left = Math.min(bytes * share, 15_000_000);
    while (left > 0 && found.length < most) {
      found.push(piece(found.length));
      left -= (found.at(-1) ?? '').length + 1;
    }
    return found;
  };
  const attributes = (): string => `est:${one(DURATIONS)} due:${one(DAYS)} start:${one(DAYS)}`;
  const fields = (): string =>
    `estimate: ${one(DURATIONS)}\nremaining: ${one(DURATIONS)}\nstart: ${one(DAYS)}\ndue: ${one(DAYS)}\n`;
  const person = (at: number): string =>
    `  - {id: '@p${at}', capacity: ${one(CAPACITIES)}, workweek: [${one(['mon', 'sun', 'sat, sun'])}], off: [${one(DAYS)}]}`;
  const holiday = (at: number): string => {
    const day = new Date(Date.UTC(1970, 0, 1 + ((at * 2) % 84_000)));
    return `    - ${day.toISOString().slice(0, 10)}`;
  };
  const project = [
    ...[
      '---',
      'key: APP',
      `rules: {default_estimate: ${one(DURATIONS)}}`,
      'resources: {staging: 1}',
      'people:',
    ],
    ...pieces('people', person, PEOPLE),
    ...['calendar:', '  holidays:'],
    ...pieces('holidays', holiday, HOLIDAYS),
    ...['---', ''],
  ];
  write('project.md', project.join('\n'));
  const who = (at: number): string => one(['', `@p${at % PEOPLE}`, `@p1 @p2`, '@nobody']);
  const lines = pieces('lines', at => `- [ ] APP-${at} Line ${who(at)} needs:staging ${attributes()}`);
  write('milestones/lines.md', `---\ndue: ${one(DAYS)}\n---\n## Tasks\n\n${lines.join('\n')}\n`);
  const chain = pieces(
    'chain',
    at => `- [ ] APP-C${at} Link ${attributes()} after:APP-C${at - 1}${one(LAGS)}`,
  );
  write('milestones/chain.md', `## Tasks\n\n${chain.join('\n')}\n`);
  pieces('files', at => `---\nid: APP-F${at}\n${fields()}assignee: '@p${at % PEOPLE}'\n---\n`).forEach(
    (text, at) => write(`tasks/f${at}.md`, text),
  );
  pieces(
    'milestones',
    at => `---\ndue: ${one(DAYS)}\n---\n## Tasks\n\n- [ ] APP-M${at} In it ${attributes()}\n`,
  ).forEach((text, at) => write(`milestones/m${at}.md`, text));
  return written;
}
