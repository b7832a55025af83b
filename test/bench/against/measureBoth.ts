import { join } from 'node:path';
import { COMMAND_LINE_ROWS } from '../commandLine';
import type { BenchOptions } from '../options';
import { benchOf } from './benchOf';
import { cacheOf } from './caches';
import type { Measured } from './comparison';
import type { Surroundings } from './program';
import type { Revision } from './revision';

/** The rows of every run. */
export interface BothRuns {
  readonly theirs: readonly (readonly Measured[])[];
  readonly ours: readonly (readonly Measured[])[];
}

interface Measuring {
  /** A temporary folder. */
  readonly scratch: string;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Is told what is measured next. */
  progress(text: string): void;
}

/** Runs their bench and ours in turn, so that what else the machine does meanwhile meets both alike. */
export async function measureBoth(
  revision: Revision,
  root: string,
  options: BenchOptions,
  { scratch, signal, progress }: Measuring,
): Promise<BothRuns> {
  const args = [...(options.quick ? ['--quick'] : []), ...(options.host ? ['--host'] : [])];
  const here: Surroundings = { cwd: root, signal };
  const there: Surroundings = { cwd: revision.dir, signal, env: cacheOf(revision.dir, root, scratch) };
  const theirRun = async (): Promise<readonly Measured[]> => {
    const rows = revision.hasBench ? await benchOf(revision.ref, args, there, scratch) : [];
    const lacks = COMMAND_LINE_ROWS.some(row => !rows.some(({ name }) => name === row));
    if (!lacks || options.host) return rows;
    const cli = ['--cli', join(revision.dir, 'dist/cli.js')];
    const added = await benchOf(`the command line of ${revision.ref}`, cli, here, scratch);
    return [...rows, ...added.filter(row => !rows.some(({ name }) => name === row.name))];
  };
  const theirs: (readonly Measured[])[] = [];
  const ours: (readonly Measured[])[] = [];
  for (let run = 1; run <= options.runs; run++) {
    progress(`run ${run} of ${options.runs}: ${revision.ref}`);
    theirs.push(await theirRun());
    progress(`run ${run} of ${options.runs}: this checkout`);
    ours.push(await benchOf('this checkout', args, here, scratch));
  }
  return { theirs, ours };
}
