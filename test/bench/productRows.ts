import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadResult } from './measure/load';
import { measureApart, root } from './measureApart';
import type { Row } from './table';
import { median, row } from './table';

const KB = 1024;
const RUNS = 5;
const HOST = ['extension.js', 'engine.js', 'worker.js', 'yaml.js', 'markdownIt.js', 'simpleGit.js'];

/** Sizes of what ships, and what loading it costs. */
export async function productRows(): Promise<Row[]> {
  const size = (name: string): number => statSync(join(root, 'dist', name)).size / KB;
  const loads: LoadResult[] = [];
  for (let run = 0; run < RUNS; run++) loads.push(await measureApart('load', root));
  const of = (pick: (load: LoadResult) => number): number => median(loads.map(pick));
  return [
    row('entry', size('extension.js'), 'KB', 60),
    row(
      'host code',
      HOST.map(size).reduce((sum, bytes) => sum + bytes, 0),
      'KB',
      720,
    ),
    row('panel code', size('panel.js'), 'KB', 150),
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

/** Bytes of the extension as it is published. */
function packageSize(): number {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    const vsix = join(dir, 'milepost.vsix');
    const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    execFileSync(process.execPath, [vsce, 'package', ...options, '--out', vsix], {
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
