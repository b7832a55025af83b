import type { Plan } from '../../plan/model';
import type { Steps } from '../../base/steps';
import { ownersSteps } from '../branches/branchEvidence';
import type { Graph } from '../graph/graph';
import { graphSteps } from '../graph/graph';
import type { HandMade } from '../hand/handMade';
import { handMadeSteps } from '../hand/handMade';
import type { History } from '../graph/history';
import { aliasSteps } from './historyAliases';
import type { NamedCommits } from './revertsAndPicks';
import { namedCommitsSteps } from './revertsAndPicks';
import type { PlanRules } from './planRules';
import { ruleSteps, sameHandLinks } from './planRules';
import type { Reach } from '../graph/reach';
import { reachSteps } from '../graph/reach';

/** A plan and the repository it lies in. */
export interface LinkInput {
  readonly plan: Plan;
  /** What makes a path of the plan relative to the top of the repository: `` or `services/pay/`. */
  readonly prefix: string;
  readonly history: History;
  /** Of all plans of the repository, relative to its top, each with a trailing `/`. */
  readonly planFolders: readonly string[];
}

/** What the rules of evidence look at. Commits go by their numbers in the graph. */
export interface ClueSources extends PlanRules {
  readonly history: History;
  readonly planFolders: readonly string[];
  readonly graph: Graph;
  readonly reach: Reach;
  /** The place in `reach.topics` of the branch that owns a commit which has not landed. */
  readonly owners: Int32Array;
  readonly hand: HandMade;
  readonly named: NamedCommits;
}

/**
 * Gathers what evidence is made from.
 * @param before the same before an edit or new commits: what still holds stays the same object
 */
export function* gatherSteps(input: LinkInput, before?: ClueSources): Steps<ClueSources> {
  const { plan, prefix, history, planFolders } = input;
  const graph = yield* graphSteps(history, before?.graph);
  const aliases = yield* aliasSteps(plan, prefix, graph, before);
  yield;
  const rules = yield* ruleSteps(plan, prefix, aliases, before);
  yield;
  // Of the same history, all holds that the plan has no part in.
  const known = before?.history === history ? before : undefined;
  const { branch, integration } = plan.settings;
  const old = known?.plan.settings;
  const reach =
    known && old?.branch === branch && String(old?.integration) === String(integration)
      ? known.reach
      : yield* reachSteps(graph, history, plan.settings);
  const stands = reach === known?.reach ? known : undefined;
  const owners =
    stands?.tasksOf === rules.tasksOf
      ? stands.owners
      : yield* ownersSteps(graph, history, reach, rules.tasksOf);
  const named = stands?.named ?? (yield* namedCommitsSteps(graph, history, reach));
  const hand =
    stands && sameHandLinks(stands.plan, plan)
      ? stands.hand
      : yield* handMadeSteps(plan, history, graph, reach);
  return { ...rules, history, planFolders, graph, reach, owners, hand, named };
}
