import { parseArgs } from 'node:util';
import { parseIsoDate } from '../core/plan/dates';
import { configureDays } from '../shared/days';
import { say } from '../shared/sentences/say';
import { baseline, forecast, schedule } from './commands/insight';
import { branches, check, links, review, status } from './commands/read';
import { commitRefs, relink, write } from './commands/write';
import { Failure } from './failure';
import { printable } from './printable';
import { readChange } from './readChange';
import { openSession, openWithGit, readSession } from './session';
import { USAGE } from './usage';

const OPTIONS = {
  root: { type: 'string', default: '.' },
  today: { type: 'string' },
  ref: { type: 'string' },
  json: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  backtest: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Set by the build from package.json. */
declare const MILEPOST_VERSION: string;

/**
 * Runs one command.
 * @returns lines for standard output and the exit code: 0 done, 1 `check` found errors
 * @throws Failure when it could not run (exit code 2)
 */
async function run(args: readonly string[]): Promise<{ lines: string[]; exitCode: number }> {
  const { values, positionals } = readArguments(args);
  const [command, ...rest] = positionals;
  if (values.version) {
    return done([MILEPOST_VERSION]);
  }
  if (values.help || command === undefined || command === 'help') {
    return done(USAGE.split('\n'));
  }
  refuseMore(command, rest, values);
  if (values.today !== undefined && parseIsoDate(values.today) === undefined) {
    throw new Failure({ code: 'value-invalid', args: ['--today', values.today, 'YYYY-MM-DD'] });
  }
  const open = () => openSession(values.root, values.today);
  const [id, ...more] = rest;
  switch (command) {
    case 'status':
      return done(await status(await openWithGit(values.root, values.today), values.json, values.ref));
    case 'links':
      return done(links(await open(), values.json));
    case 'branches':
      return done(await branches(await open(), values.json));
    case 'check': {
      const { lines, failed } = await check(await readSession(values.root, values.today), values.strict);
      return { lines, exitCode: failed ? 1 : 0 };
    }
    case 'review':
      return done(await review(await open(), id, values.json));
    case 'schedule':
      return done(await schedule(await openWithGit(values.root, values.today), values.json));
    case 'forecast':
      return done(await forecast(await openWithGit(values.root, values.today), values.json, values.backtest));
    case 'baseline': {
      const [revision] = needed(rest, 'REF|YYYY-MM-DD');
      return done(await baseline(await openWithGit(values.root, values.today), revision, values.json));
    }
    case 'set': {
      const changes = needed(more, 'FIELD=VALUE').map(readChange);
      return done(await write(await open(), needed(rest, 'ID')[0], changes, values['dry-run']));
    }
    case 'link':
    case 'unlink': {
      const revisions = needed(more, 'COMMIT');
      const session = await open();
      const task = needed(rest, 'ID')[0];
      const change = { kind: command, commits: await commitRefs(session, task, revisions) } as const;
      return done(await write(session, task, [change], values['dry-run']));
    }
    case 'relink':
      return done(await relink(await open(), rest, values['dry-run']));
    default:
      throw new Failure({ code: 'cli.unknown-command', args: [command] });
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // The parser's own words name the option.
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/** What a command takes beside what all take: options, and how many arguments. */
const TAKES: Readonly<Record<string, readonly [options: readonly (keyof typeof OPTIONS)[], most: number]>> = {
  status: [['json', 'ref'], 0],
  links: [['json'], 0],
  branches: [['json'], 0],
  check: [['strict'], 0],
  review: [['json'], 1],
  schedule: [['json'], 0],
  forecast: [['json', 'backtest'], 0],
  baseline: [['json'], 1],
  set: [['dry-run'], Infinity],
  link: [['dry-run'], Infinity],
  unlink: [['dry-run'], Infinity],
  relink: [['dry-run'], Infinity],
};
const FOR_ALL: readonly string[] = ['root', 'today', 'help', 'version'];

/** @throws Failure for what a known command would pass over */
function refuseMore(
  command: string,
  rest: readonly string[],
  values: Readonly<Record<string, unknown>>,
): void {
  const takes = Object.hasOwn(TAKES, command) ? TAKES[command] : undefined;
  if (!takes) {
    return;
  }
  const [options, most] = takes;
  const given = Object.keys(values).filter(name => values[name] !== undefined && values[name] !== false);
  const option = given.find(name => !FOR_ALL.includes(name) && !options.some(one => one === name));
  const surplus = option === undefined ? rest[most] : `--${option}`;
  if (surplus !== undefined) {
    throw new Failure({ code: 'cli.surplus', args: [command, surplus] });
  }
}

function done(lines: string[]): { lines: string[]; exitCode: number } {
  return { lines, exitCode: 0 };
}

function needed(values: readonly string[], what: string): readonly [string, ...string[]] {
  const [first, ...others] = values;
  if (first === undefined) {
    throw new Failure({ code: 'cli.missing', args: [what] });
  }
  return [first, ...others];
}

configureDays(undefined);
// Whoever reads a pipe may have seen enough (`milepost links | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
});
run(process.argv.slice(2)).then(
  ({ lines, exitCode }) => {
    process.stdout.write(lines.map(line => `${printable(line)}\n`).join(''));
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const lines = error instanceof Failure ? [say(error.text)] : describe(error).split('\n');
    process.stderr.write(`milepost: ${lines.map(printable).join('\n')}\n`);
    process.exitCode = 2;
  },
);

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
