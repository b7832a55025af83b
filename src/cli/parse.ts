import { parseArgs } from 'node:util';
import { parseIsoDate } from '../core/base/dates';
import { OPTIONS, type CliCommand, type Invocation } from './command';
import { CLI_COMMANDS } from './commands';
import { Failure } from './failure';
import { nearestName } from './nearestName';

/** What was asked for. */
export type Parsed =
  | { readonly kind: 'version' | 'help' }
  | { readonly kind: 'command'; readonly command: CliCommand; readonly invocation: Invocation };

/** Options that all commands take. */
const FOR_ALL: readonly string[] = ['root', 'today', 'help', 'version'];

/**
 * Reads the arguments of the command line.
 * @throws Failure for what no command takes
 */
export function parse(args: readonly string[]): Parsed {
  const { values, positionals } = readArguments(args);
  const [name, ...rest] = positionals;
  if (values.version) {
    return { kind: 'version' };
  }
  if (values.help || name === undefined || name === 'help') {
    return { kind: 'help' };
  }
  const command = CLI_COMMANDS.find(one => one.name === name);
  if (!command) {
    const nearest = nearestName(
      name,
      CLI_COMMANDS.map(one => one.name),
    );
    throw new Failure({ code: 'cli.unknown-command', args: [name, nearest ?? ''] });
  }
  refuseOthers(command, rest, values);
  if (values.today !== undefined && parseIsoDate(values.today) === undefined) {
    throw new Failure({ code: 'value-invalid', args: ['--today', values.today, 'YYYY-MM-DD'] });
  }
  const { 'dry-run': dryRun, 'new-branch': newBranch, ...others } = values;
  return { kind: 'command', command, invocation: { ...others, dryRun, newBranch, args: rest } };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // The parser's own words name the option.
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/** @throws Failure for what the command would pass over, and for what it lacks */
function refuseOthers(
  { name, arguments: takes, options, saysMissing }: CliCommand,
  rest: readonly string[],
  values: Readonly<Record<string, unknown>>,
): void {
  const most = takes.some(one => one.includes('…')) ? Infinity : takes.length;
  const given = Object.keys(values).filter(one => values[one] !== undefined && values[one] !== false);
  const option = given.find(one => !FOR_ALL.includes(one) && !options.some(taken => taken === one));
  const surplus = option === undefined ? rest[most] : `--${option}`;
  if (surplus !== undefined) {
    throw new Failure({ code: 'cli.surplus', args: [name, surplus] });
  }
  const missing = takes.find((one, index) => !one.startsWith('[') && rest[index] === undefined);
  if (missing !== undefined && saysMissing !== true) {
    throw new Failure({ code: 'cli.missing', args: [missing.replace('…', '')] });
  }
}
