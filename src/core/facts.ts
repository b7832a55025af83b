import type { History } from './evidence/graph/history';
import type { PlanEvidence } from './evidence/link';
import { linkSteps } from './evidence/linkPlan';
import { driftSteps } from './insight/findings/drift';
import { linkFindings } from './insight/findings/linkFindings';
import type { BranchChanges } from './insight/otherBranches/branchTasks';
import { elsewhereOf } from './insight/otherBranches/elsewhere';
import { takenIdFindings } from './insight/otherBranches/takenIds';
import { progressSteps } from './insight/progress/progress';
import { dayOf } from './base/dates';
import type { Plan } from './plan/model';
import type { PlanFacts } from './snapshot';
import type { Steps } from './base/steps';
import { finish } from './base/steps';

/** What the facts of a plan are made of. */
export interface FactsInput {
  readonly plan: Plan;
  /** `Repo.top` and what git said of it; undefined without git. */
  readonly repo?: { readonly top: string; readonly history?: History };
  /** See `PlanFacts.prefix`. */
  readonly prefix: string;
  /** All plan folders of the repository, relative to its top, each with a `/` at its end. */
  readonly planFolders: readonly string[];
  /** Seconds since 1970. */
  readonly now: number;
  /** Fixes today instead of taking it from `now` and the plan's time zone. */
  readonly today?: string;
  /** What other branches have changed in the plan. */
  readonly branches?: readonly BranchChanges[];
  /**
   * Evidence to be used as it is. Without it, evidence is computed as far as something has changed since
   * `before`; when nothing has, that is found out in less than a millisecond.
   */
  readonly evidence?: PlanEvidence;
  /** The last facts of the same plan, so that only what has changed since is computed again. */
  readonly before?: PlanFacts;
}

/** Everything about one plan that follows from its files, from git and from today. */
export function buildFacts(input: FactsInput): PlanFacts {
  return finish(factsSteps(input));
}

/** `buildFacts` in small steps. */
export function* factsSteps(input: FactsInput): Steps<PlanFacts> {
  const { plan, repo, prefix, planFolders } = input;
  const today = input.today ?? dayOf(input.now, plan.settings.timezone);
  const history = repo?.history;
  const evidence =
    history &&
    (input.evidence ?? (yield* linkSteps({ plan, prefix, history, planFolders }, input.before?.evidence)));
  yield;
  const merged = new Set((evidence?.branches ?? []).flatMap(one => (one.merged ? [one.branch] : [])));
  const elsewhere = elsewhereOf(plan, input.branches ?? [], merged);
  const findings =
    history && evidence
      ? [
          ...(yield* driftSteps({ plan, prefix, evidence, history, today }, input.before?.evidence)),
          ...linkFindings(plan, evidence),
          ...takenIdFindings(plan, elsewhere),
        ]
      : [];
  yield;
  const progress = yield* progressSteps(plan, input.before);
  yield;
  return { plan, repo: repo?.top, prefix, today, evidence, elsewhere, progress, findings };
}
