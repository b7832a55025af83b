import type { Health } from '../core/insight/health/health';
import { readHealth } from '../core/insight/health/health';
import type { PlanInsight } from '../core/insight/planInsight';
import type { Milestone, Plan } from '../core/plan/model';
import type { PlanFacts } from '../core/snapshot';
import type { Text } from '../words/text';
import { isMilestoneOver } from './planIndex';

/** How a milestone is shown to stand, in every view: by the worse of what is declared and what is computed. */
export interface ShownHealth {
  readonly word: Text;
  /** Decides icon, colour and order; undefined for a word of the owner's own that says nothing about it. */
  readonly health?: Health;
  /** What the other of the two says, where they differ. */
  readonly other?: OtherHealth;
}

/** The milder word: of the owner, as written, or of the figures. */
export type OtherHealth =
  { readonly by: 'owner'; readonly word: string } | { readonly by: 'figures'; readonly word: Health };

/**
 * How a milestone stands; undefined for what was dropped, where nothing is declared or computed yet, and in plans
 * whose milestones are only groups of tasks, without a date or a health.
 */
export function shownHealth(
  milestone: Milestone,
  facts: PlanFacts,
  insight: PlanInsight | undefined,
): ShownHealth | undefined {
  if (milestone.status === 'done') {
    return of('done');
  }
  if (milestone.status === 'dropped' || !hasHealth(facts.plan)) {
    return undefined;
  }
  const computed = insight?.healths.get(milestone.uid)?.computed;
  const { health: declared } = milestone;
  if (declared !== undefined) {
    return worse(declared, computed);
  }
  const endangered = computed === 'off track' || computed === 'at risk';
  if (!endangered && isFinished(milestone, facts)) {
    return { word: { code: 'ui.all-tasks-done', args: [] }, health: 'on track' };
  }
  return computed && of(computed);
}

/** What is not known says nothing against the other one. */
function worse(declared: string, computed: Health | undefined): ShownHealth {
  const meaning = readHealth(declared);
  if (computed === undefined || computed === meaning) {
    return { word: declared, ...(meaning && { health: meaning }) };
  }
  if (computed === 'unknown' || (meaning && healthRank(meaning) <= healthRank(computed))) {
    return { word: declared, ...(meaning && { health: meaning }), other: { by: 'figures', word: computed } };
  }
  return { ...of(computed), other: { by: 'owner', word: declared } };
}

function of(health: Health): ShownHealth {
  return { word: healthText(health), health };
}

/** The other word as a sentence. */
export function otherHealthText(other: OtherHealth): Text {
  return other.by === 'owner'
    ? { code: 'ui.health-declared', args: [other.word] }
    : { code: 'ui.health-computed', args: [other.word] };
}

/** Whether the milestones of a plan are more than groups of tasks. */
export function hasHealth({ milestones }: Plan): boolean {
  return milestones.some(({ health, due }) => health !== undefined || due !== undefined);
}

/** Over, or with tasks that are all done. */
export function isFinished(milestone: Milestone, { progress }: PlanFacts): boolean {
  const { done = 0, total = 0 } = progress.milestones.get(milestone.key) ?? {};
  return isMilestoneOver(milestone) || (total > 0 && done === total);
}

/**
 * Whether a milestone has left the list: it is over, or nobody has to declare that, since it is only a group of
 * tasks, and all of them are done.
 */
export function hasLeft(milestone: Milestone, facts: PlanFacts): boolean {
  return isMilestoneOver(milestone) || (!hasHealth(facts.plan) && isFinished(milestone, facts));
}

/** A health as a word in running text. */
export function healthText(health: Health): Text {
  return { code: 'ui.health', args: [health] };
}

const ORDER: readonly Health[] = ['off track', 'at risk', 'unknown', 'not started', 'on track', 'done'];

/** 0 for what is worst. */
export function healthRank(health: Health | undefined): number {
  return ORDER.indexOf(health ?? 'unknown');
}
