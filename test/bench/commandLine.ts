import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { installBacklogTool } from '../peer/backlogTool';
import { root } from './measureApart';
import type { Row } from './table';
import { median, row } from './table';

const RUNS = 5;
const OWN = join(root, 'dist/cli.js');
const STATUS = 'corpus: milepost status';

/** Names of the rows that run a built command line. */
export const COMMAND_LINE_ROWS: readonly string[] = [STATUS];

/** The rows of a built command line in a repository, as a user runs it. @param cli the file */
export function commandLineRows(dir: string, cli: string, note?: string): Row[] {
  const status = wallTime(() => execFileSync(process.execPath, [cli, 'status'], { cwd: dir }));
  return [row(STATUS, status, 'ms', undefined, note)];
}

/** Backlog.md's own command line and ours on the same repository. */
export function peerRows(dir: string): Row[] {
  const tool = installBacklogTool();
  if (typeof tool === 'string') {
    return commandLineRows(dir, OWN, `the peer is not here: ${tool.split('\n')[0]}`);
  }
  const theirs = wallTime(() => tool(dir, 'task', 'list', '--plain'));
  return [
    row('corpus: backlog task list --plain', theirs, 'ms'),
    ...commandLineRows(dir, OWN, 'the same repository, side by side'),
  ];
}

function wallTime(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}
