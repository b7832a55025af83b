import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The version the test was written against. */
const VERSION = '1.52.0';

/** Runs the tool in a folder and gives what it prints. @throws when it exits with an error. */
export type BacklogTool = (cwd: string, ...args: readonly string[]) => string;

/**
 * Installs Backlog.md's own command-line tool into a folder that later runs use again.
 * @returns the tool, or why it cannot be had
 */
export function installBacklogTool(): BacklogTool | string {
  const folder = join(tmpdir(), `milepost-peer-backlog-${VERSION}`);
  const binary = join(folder, 'node_modules', 'backlog.md', 'cli.js');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', `backlog.md@${VERSION}`];
    try {
      execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return (cwd, ...args) =>
    execFileSync(process.execPath, [binary, ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    });
}
