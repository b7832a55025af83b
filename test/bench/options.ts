import { parseArgs } from 'node:util';
import { Failure } from './failure';

/** What `npm run bench` was asked for. */
export interface BenchOptions {
  /** Leave out the larger sizes and VS Code itself. */
  readonly quick: boolean;
  /** In VS Code only. */
  readonly host: boolean;
  /** File for the figures. */
  readonly json?: string;
  /** A built command line: only its rows are measured, with this one in place of our own. */
  readonly cli?: string;
  /** A revision to compare with. */
  readonly against?: string;
  /** How often each side of a comparison is measured. */
  readonly runs: number;
}

/** Reads the arguments. @throws Failure when one is unknown or makes no sense */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { quick = false, host = false, runs, ...files } = parsed(args);
  if (runs !== undefined && files.against === undefined) throw new Failure('--runs goes with --against.');
  if (runs !== undefined && !/^[1-9]\d*$/.test(runs)) {
    throw new Failure(`--runs takes a whole number from 1 on, not ${runs}.`);
  }
  return { ...files, quick, host, runs: Number(runs ?? (quick ? 5 : 3)) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean' },
        host: { type: 'boolean' },
        json: { type: 'string' },
        cli: { type: 'string' },
        against: { type: 'string' },
        runs: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}
