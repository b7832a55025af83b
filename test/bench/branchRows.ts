import { GitRepo } from '../support/gitRepo';
import { manyBranches } from '../support/manyBranches';
import type { BranchesResult } from './measure/branches';
import { measureApart } from './measureApart';
import { median, row, type Row } from './table';

const BRANCHES = 500;
const WORKTREES = 100;
const RUNS = 3;
/** Milliseconds. */
const LIMIT = 300;

/** What many branches that have changed the plan cost. */
export async function branchRows(): Promise<Row[]> {
  const results: BranchesResult[] = [];
  for (let run = 0; run < RUNS; run++) {
    const repo = GitRepo.create();
    try {
      manyBranches(repo, BRANCHES);
      for (let n = 0; n < WORKTREES; n++) repo.worktree(`tree-${n}`, `feature/${n + 2}`);
      results.push(await measureApart('branches', repo.dir));
    } finally {
      repo.dispose();
    }
  }
  const of = (pick: (result: BranchesResult) => number): number => median(results.map(pick));
  const size = `${of(({ branches }) => branches)} branches, ${WORKTREES} worktrees`;
  return [
    row(
      'other branches, first',
      of(({ firstMs }) => firstMs),
      'ms',
      undefined,
      size,
    ),
    row(
      'other branches, one has moved',
      of(({ movedMs }) => movedMs),
      'ms',
      LIMIT,
      size,
    ),
    row(
      'other branches, git processes',
      of(({ processes }) => processes),
      'processes',
      3,
    ),
  ];
}
