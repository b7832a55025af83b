import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import type { LoadResult } from './measure/load';
import { measureApart, root } from './measureApart';
import type { Row } from './table';
import { median, row } from './table';

const KB = 1024;
const RUNS = 5;

/** Sizes of what ships, and what loading it costs. */
export async function productRows(): Promise<Row[]> {
  const size = (name: string): number => statSync(join(root, 'dist', name)).size / KB;
  const loads: LoadResult[] = [];
  for (let run = 0; run < RUNS; run++) loads.push(await measureApart('load', root));
  const of = (pick: (load: LoadResult) => number): number => median(loads.map(pick));
  return [
    row('entry', size('extension.js'), 'KB', 60),
    row('code of the first snapshot', firstCode() / KB, 'KB', 720, 'entry, engine, native format'),
    row('panel code', codeFrom(['panel.js']) / KB, 'KB', 150, 'Overview and Review'),
    row('package', packageSize() / KB, 'KB', undefined, 'with pictures and the command line'),
    row(
      'load + activate',
      of(({ loadMs, activateMs }) => loadMs + activateMs),
      'ms',
      30,
      'against a stand-in of the editor',
    ),
    row(
      'load of the engine',
      of(({ engineMs }) => engineMs),
      'ms',
      undefined,
      'at first use',
    ),
    row('git processes without a plan', await processesWithoutPlan(), 'processes', 0),
  ];
}

/** Bytes of the entry, and of the engine and the native format with every chunk that is loaded with them. */
function firstCode(): number {
  const chunks = readdirSync(join(root, 'dist/chunks')).map(name => `chunks/${name}`);
  const native = chunks.filter(name =>
    /\bas nativeFormat\b/.test(readFileSync(join(root, 'dist', name), 'utf8')),
  );
  return codeFrom(['extension.js', 'engine.mjs', ...native]);
}

/** Bytes of built files, with all that is loaded with them. */
function codeFrom(names: readonly string[]): number {
  const found = new Set(names);
  // Grows while it is walked.
  for (const name of found) {
    const text = readFileSync(join(root, 'dist', name), 'utf8');
    // Static ones: a chunk that is imported at first use stands in parentheses.
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*"(\.[^"]+\.m?js)"/g)) {
      found.add(posix.join(posix.dirname(name), path));
    }
  }
  return [...found].reduce((sum, name) => sum + statSync(join(root, 'dist', name)).size, 0);
}

/** Bytes of the extension as it is published. */
function packageSize(): number {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    const vsix = join(dir, 'milepost.vsix');
    execFileSync(process.execPath, [process.env.npm_execpath ?? '', 'run', 'package', '--', '--out', vsix], {
      cwd: root,
      stdio: 'ignore',
    });
    return statSync(vsix).size;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function processesWithoutPlan(): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    execFileSync('git', ['init', '-q'], { cwd: dir });
    return (await measureApart('cold', dir)).processes;
  } finally {
    rmSync(dir, { recursive: true });
  }
}
