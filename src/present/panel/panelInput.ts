import type { Effect } from '../../core/insight/effect/effect';
import type { InsightProblem, NoInsight } from '../../core/insight/insightProblem';
import type { InsightQuestion, PlanInsight } from '../../core/insight/planInsight';
import type { NotCommitted } from '../../core/insight/review/notCommitted';
import type { Review } from '../../core/insight/review/review';
import type { Message } from '../../core/base/message';
import type { GitMessages, PlanFacts, Repo, Snapshot } from '../../core/snapshot';
import type { View } from '../../shared/protocol';

/** What git answered, or why it did not. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Message<GitMessages> };

/** What the range under review would change in dates and risks, or why that is not known. */
export type EffectAnswer = Answer<Effect> | NoInsight;

/** What has to be asked of git before the open tab can be drawn. */
export interface PanelNeeds {
  /** The revision whose plan the project views show; undefined for the working tree. */
  readonly shown?: string;
  /** The day before which nothing counts as recent. */
  readonly before?: string;
  /** The revision that holds the tasks under review, when it is not the working tree. */
  readonly atHead?: string;
  readonly review?: { readonly base?: string; readonly head?: string };
  /** Schedule and forecast of the plan that is shown. */
  readonly insight?: InsightQuestion;
  /** The schedule as it was on the day of `before`. */
  readonly baseline?: InsightQuestion;
}

/** Answers to `PanelNeeds`; each is there when it was needed. */
export interface PanelAnswers {
  readonly shown?: Answer<PlanFacts>;
  readonly before?: Answer<PlanFacts>;
  readonly atHead?: Answer<PlanFacts>;
  readonly review?: Answer<Review>;
  readonly insight?: PlanInsight;
  /** Why there is none to be had. */
  readonly insightProblem?: InsightProblem;
  readonly baseline?: PlanInsight;
  readonly effect?: EffectAnswer;
  /** The effect is that of an earlier state of the same range, while the one of now is computed. */
  readonly effectIsOld?: boolean;
  /** What the files say and HEAD does not. */
  readonly waiting?: NotCommitted;
  /** There is a change of Milepost's that can be undone. */
  readonly canUndo?: boolean;
}

/** Everything a model is made of. */
export interface PanelInput {
  readonly snapshot: Snapshot;
  /** `Plan.uid`. */
  readonly plan: string;
  readonly view: View;
  readonly answers: PanelAnswers;
}

/** The plan by its uid, as the working tree has it. */
export function factsOf(snapshot: Snapshot, plan: string): PlanFacts | undefined {
  return snapshot.plans.find(facts => facts.plan.uid === plan);
}

/** The repository a plan lies in, if it lies in one. */
export function repoOf(snapshot: Snapshot, facts: PlanFacts): Repo | undefined {
  return snapshot.repos.find(repo => repo.top === facts.repo);
}
