import { branchesOf, type BranchState } from '../core/taskBranches';
import { links } from './links';
import type { Outcome, Reading } from './verb';

/**
 * The branches of tasks. Those that do not count as merged are compared with what has landed; one that is too large to
 * be compared stays unmerged.
 */
export async function branches({ store }: Reading): Promise<Outcome<readonly BranchState[]>> {
  const read = links({ store });
  if (!read.ok) {
    return read;
  }
  const states: BranchState[] = [];
  for (const state of read.value.plans.flatMap(branchesOf)) {
    const merged = state.merged ? undefined : await store.checkMerged(state.facts.plan.uid, state.name);
    states.push({ ...state, ...(merged?.ok && merged.value) });
  }
  return { ok: true, value: states };
}
