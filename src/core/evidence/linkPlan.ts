import type { Plan } from '../plan/model';
import type { Steps } from '../steps';
import { finish } from '../steps';
import { addTo } from './addTo';
import { compileBranchTasks, ownersOf } from './branchEvidence';
import { linkBranches } from './branchLinks';
import type { Clue } from './clue';
import { byStrength } from './clue';
import { collectClues } from './clues';
import type { History } from './history';
import { historyAliases } from './historyAliases';
import { compileIdMatcher } from './idMatcher';
import type { Link, PlanEvidence, Strength } from './link';
import { observe } from './observed';
import { isPlanning } from './planningCommit';
import { reachOf } from './reach';

/** A plan and the repository it lies in. */
export interface LinkInput {
  readonly plan: Plan;
  /** What makes a path of the plan relative to the top of the repository: `` or `services/pay/`. */
  readonly prefix: string;
  readonly history: History;
  /** Of all plans of the repository, relative to its top, each with a trailing `/`. */
  readonly planFolders: readonly string[];
}

/** Everything git says about one plan: links, branches, observed status. Linear in the history. */
export function linkPlan(input: LinkInput, before?: PlanEvidence): PlanEvidence {
  return finish(linkSteps(input, before));
}

/**
 * `linkPlan` in small steps.
 * @param _before what was linked for the same plan before an edit or before new commits, so that only what
 * has changed is looked at again; it comes back itself when nothing has
 */
export function* linkSteps(
  { plan, prefix, history, planFolders }: LinkInput,
  _before?: PlanEvidence,
): Steps<PlanEvidence> {
  const matcher = compileIdMatcher(plan, historyAliases(plan, prefix, history));
  yield;
  const reach = reachOf(history, plan.settings);
  const tasksOf = compileBranchTasks(plan, matcher);
  const owners = ownersOf(history, reach, tasksOf);
  const clues = collectClues({ plan, prefix, history, matcher, reach, owners, tasksOf });

  yield;
  const links: Link[] = [];
  const byTask = new Map<string, Link[]>();
  const byCommit = new Map<string, Link[]>();
  for (const commit of history.commits.values()) {
    const found = clues.byCommit.get(commit.hash);
    if (!found || found.length === 0) {
      continue;
    }
    const planning = isPlanning(commit, planFolders);
    for (const link of toLinks(commit.hash, found, planning)) {
      links.push(link);
      addTo(byTask, link.task, link);
      addTo(byCommit, commit.hash, link);
    }
  }
  yield;
  const branches = linkBranches({ history, reach, owners, tasksOf, byTask });
  const observed = observe({ history, reach, owners, branches, byTask });
  return { links, byTask, byCommit, branches, observed, lost: clues.lost };
}

/** One link per task with its strongest evidence, the strongest link first; the strength is the highest that any evidence gives. */
function toLinks(commit: string, clues: readonly Clue[], planning: boolean): Link[] {
  const pairs = new Map<string, Clue[]>();
  for (const clue of clues) {
    addTo(pairs, clue.task, clue);
  }
  const sortedPairs = [...pairs].map(([task, found]) => ({ task, sorted: found.sort(byStrength) }));
  sortedPairs.sort((a, b) => byStrength(a.sorted[0] as Clue, b.sorted[0] as Clue));
  return sortedPairs.map(({ task, sorted }) => {
    const first = sorted[0] as Clue;
    const kinds = new Set(sorted.map(clue => clue.evidence));
    kinds.delete(first.evidence);
    return {
      task,
      commit,
      evidence: first.evidence,
      strength: planning ? 'plans' : strongest(sorted),
      reason: first.reason,
      others: [...kinds],
    };
  });
}

function strongest(clues: readonly Clue[]): Strength {
  const all = new Set(clues.map(clue => clue.strength));
  return all.has('closes') ? 'closes' : all.has('works-on') ? 'works-on' : 'mentions';
}
