import type { BranchState } from '../../core/taskBranches';

/** What `milepost branches --json` prints. */
export function branchesJson(branches: readonly BranchState[]): object {
  return {
    branches: branches.map(({ facts, name, tasks, merged, commits, open }) => ({
      plan: facts.plan.folder,
      repo: facts.repo ?? null,
      branch: name,
      tasks,
      merged,
      as: commits,
      open,
    })),
  };
}
