import type { BranchState } from '../../core/taskBranches';
import { say } from '../../words/say';
import { columns } from './columns';

/** What `milepost branches` prints: branch, its tasks, what has become of it; or that there are none. */
export function branchTable(branches: readonly BranchState[]): string[] {
  if (branches.length === 0) {
    return [say({ code: 'cli.no-branches', args: [] })];
  }
  return columns(
    branches.map(({ name, tasks, merged, commits: [first, ...others], open }) => [
      name,
      tasks.join(' '),
      !merged
        ? say({ code: 'ui.commits', args: [open] })
        : first === undefined
          ? say({ code: 'ui.merged', args: [] })
          : say({ code: 'cli.merged-as', args: [first.slice(0, 12), others.length] }),
    ]),
  );
}
