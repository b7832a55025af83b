import { GitFailure } from '../../git/gitFailure';
import type { CheckedOut } from '../../git/branchWriter';
import type { GitWriter } from '../../git/gitWriter';
import type { GitOutcome, StartedBranch } from '../store';
import { answer, freeBranch, type PlansInRepository } from './planCommits';
import type { Repository } from './repository';

/** Checks out a new branch at HEAD, under the name or the first free one with a number behind it. */
export function startBranch(place: PlansInRepository, name: string): Promise<GitOutcome<StartedBranch>> {
  return answer(async () => {
    const { repo, writer } = await ready(place);
    const head = repo.history?.head;
    if (!head || head.kind === 'unborn') {
      throw new GitFailure({ code: 'git-unborn', args: [] });
    }
    const tip = await repo.git.resolve('HEAD');
    if (tip === undefined) {
      throw new GitFailure({ code: 'git-unborn', args: [] });
    }
    const branch = await freeBranch(repo, name);
    assertDone(branch, await (await writer.branches()).startBranch(branch));
    const from = head.kind === 'branch' ? head.branch : tip;
    return { branch, from, detached: head.kind === 'detached', tip };
  });
}

/** Checks out a branch that is there. */
export function checkOut(place: PlansInRepository, branch: string): Promise<GitOutcome<undefined>> {
  return answer(async () => {
    const { writer } = await ready(place);
    assertDone(branch, await (await writer.branches()).checkOut(branch));
    return undefined;
  });
}

/** Goes back to what was checked out before, and deletes the started branch unless it has got a commit. */
export function leaveBranch(
  { writer }: PlansInRepository,
  { branch, ...back }: StartedBranch,
): Promise<GitOutcome<undefined>> {
  return answer(async () => {
    const left = await (await writer?.branches())?.leaveBranch(branch, back);
    if (left?.kind !== 'checked-out') {
      throw new GitFailure({ code: 'git-branch-left', args: [branch, left?.output ?? ''] });
    }
    return undefined;
  });
}

async function ready({
  repo,
  writer,
}: PlansInRepository): Promise<{ readonly repo: Repository; readonly writer: GitWriter }> {
  if (!repo || !writer) {
    throw new GitFailure(
      repo ? { code: 'git-untrusted', args: [] } : { code: 'git-nowhere-to-branch', args: [] },
    );
  }
  const what = await writer.unfinished();
  if (what) {
    throw new GitFailure({ code: 'git-unfinished', args: [what] });
  }
  return { repo, writer };
}

function assertDone(branch: string, outcome: CheckedOut): void {
  if (outcome.kind === 'refused') {
    const { paths, output } = outcome;
    throw new GitFailure({ code: 'git-not-checked-out', args: [branch, paths.join(', '), output] });
  }
}
