import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Measures } from './measure/main';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..');

const bundle = join(root, 'out/bench/measure.cjs');

/** Bundles what is measured, as it is bundled for the editor. */
export async function buildMeasures(): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'measure/main.ts')],
    outfile: bundle,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}

/** Measures once in a new process. */
export async function measureApart<W extends keyof Measures>(
  what: W,
  dir: string,
  ...more: readonly string[]
): Promise<Awaited<ReturnType<Measures[W]>>> {
  const args = ['--expose-gc', bundle, what, dir, ...more];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
  process.stderr.write(stderr);
  return JSON.parse(stdout) as Awaited<ReturnType<Measures[W]>>;
}
