import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * A git on PATH that does what git does and writes a line for every run.
 * @returns the environment in which it is found, with MILEPOST_GIT_RUNS naming the file of the lines
 */
export function recordingGit() {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-recording-'));
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const runs = join(folder, 'runs');
  const program = join(folder, 'git');
  writeFileSync(runs, '');
  writeFileSync(program, `#!/bin/sh\necho "$*" >> '${runs}'\nexec '${real}' "$@"\n`);
  chmodSync(program, 0o755);
  return {
    // VS Code started from a terminal asks no login shell, which would set PATH anew.
    env: { VSCODE_CLI: '1', PATH: `${folder}${delimiter}${process.env.PATH}`, MILEPOST_GIT_RUNS: runs },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
