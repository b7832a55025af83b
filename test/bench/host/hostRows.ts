import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { emptyWorkspace } from '../../support/host/emptyWorkspace.mjs';
import { root } from '../measureApart';
import type { Row } from '../table';
import { median, row } from '../table';
import type { HostFigures, HostResult, HostTask } from './hostEntry';

const entry = join(root, 'out/bench/host.cjs');

/** The rows of repositories as a window of VS Code opens and follows them, one after the other. */
export async function hostRows(
  repositories: readonly { readonly name: string; readonly dir: string }[],
): Promise<Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'milepost-bench-host-'));
  try {
    const subjects = repositories.map(({ name, dir }, index) => ({
      name,
      dir: cloneOf(dir, join(scratch, `repo${index}`)),
      withoutPlan: withoutPlan(cloneOf(dir, join(scratch, `without${index}`))),
    }));
    const { activateMs, startBlockMs, idle, figures } = await measure(scratch, subjects);
    return [
      row('host: load + activate', activateMs, 'ms', 30, 'in the extension host of VS Code'),
      row('host: longest block, starting', startBlockMs, 'ms', 50, 'with the load of the engine'),
      row('host: CPU while idle', idle * 100, '%', undefined, 'of a core, over 10 s, no plan open'),
      ...figures.flatMap(rowsOf),
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A working copy of its own, with every branch. */
function cloneOf(dir: string, copy: string): string {
  const git = (...args: string[]): unknown => execFileSync('git', args, { stdio: 'pipe' });
  git('clone', '-q', '--local', dir, copy);
  git('-C', copy, 'config', 'user.name', 'Ana');
  git('-C', copy, 'config', 'user.email', 'ana@example.org');
  git('-C', copy, 'fetch', '-q', '--update-head-ok', 'origin', 'refs/heads/*:refs/heads/*');
  return copy;
}

/** The same repository to everybody but Milepost. */
function withoutPlan(dir: string): string {
  const git = (...args: string[]): unknown => execFileSync('git', ['-C', dir, ...args], { stdio: 'pipe' });
  git('rm', '-rq', '--ignore-unmatch', 'plan', 'backlog');
  git('commit', '-q', '--no-verify', '--no-gpg-sign', '--message=Leave the plan out');
  return dir;
}

async function measure(scratch: string, subjects: HostTask['subjects']): Promise<HostResult> {
  await build({
    entryPoints: [join(import.meta.dirname, 'hostEntry.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    logLevel: 'warning',
  });
  const workspace = emptyWorkspace();
  const results = join(scratch, 'results.json');
  const task: HostTask = { subjects, results };
  try {
    await runTests({
      vscodeExecutablePath: join(root, 'test/support/host/codeStandIn.mjs'),
      extensionDevelopmentPath: root,
      extensionTestsPath: entry,
      extensionTestsEnv: { MILEPOST_BENCH: JSON.stringify(task), MILEPOST_TRUST: 'on' },
      launchArgs: [workspace.file],
    });
  } finally {
    workspace.remove();
  }
  return JSON.parse(readFileSync(results, 'utf8')) as HostResult;
}

function rowsOf(figures: HostFigures): Row[] {
  const { name, edits, saves, commits } = figures;
  const worst = (times: readonly number[]): string => `worst ${Math.round(Math.max(...times))} ms`;
  return [
    row(`host, ${name}: first drawing`, figures.firstMs, 'ms', undefined, 'from adding the folder'),
    row(`host, ${name}: all there`, figures.readyMs, 'ms'),
    row(`host, ${name}: longest block, opening`, figures.openBlockMs, 'ms', 50, 'of the extension host'),
    row(`host, ${name}: VS Code's own block`, figures.editorBlockMs, 'ms', undefined, 'without the plan'),
    row(`host, ${name}: saved edit to tree`, median(edits), 'ms', undefined, worst(edits)),
    row(`host, ${name}: VS Code's part of it`, median(saves), 'ms', undefined, worst(saves)),
    row(`host, ${name}: shell commit to tree`, median(commits), 'ms', undefined, worst(commits)),
    row(`host, ${name}: longest block, following`, figures.changeBlockMs, 'ms', 50, 'of the extension host'),
    row(`host, ${name}: CPU while idle`, figures.idle * 100, '%', undefined, 'of a core, over 10 s'),
  ];
}
