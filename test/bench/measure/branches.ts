import { execFileSync } from 'node:child_process';
import { benchStore } from './benchStore';

/** What other branches cost beyond opening a folder. */
export interface BranchesResult {
  /** Milliseconds from a snapshot of files and git to one that tells what other branches say. */
  readonly firstMs: number;
  /** Milliseconds from a branch that has moved to the snapshot that says so. */
  readonly movedMs: number;
  /** How many branches say something of the first task. */
  readonly branches: number;
  /** Git processes after the branch has moved. */
  readonly processes: number;
}

/** @param dir a repository with a branch `feature/0` among its branches */
export async function branches(dir: string): Promise<BranchesResult> {
  const bench = benchStore(dir);
  await bench.open();
  const opened = performance.now();
  const { plans, repos } = await bench.store.whenIdle();
  const firstMs = performance.now() - opened;
  const told = plans[0]?.elsewhere?.tasks.values().next().value ?? [];
  const tip = execFileSync('git', ['rev-parse', 'feature/1'], { cwd: dir, encoding: 'utf8' }).trim();
  execFileSync('git', ['update-ref', 'refs/heads/feature/0', tip], { cwd: dir });
  bench.processes.splice(0);
  const moved = performance.now();
  bench.store.refsChanged(repos[0]?.top ?? dir);
  await bench.store.whenIdle();
  return {
    firstMs,
    movedMs: performance.now() - moved,
    branches: told.length,
    processes: bench.processes.length,
  };
}
