import { Latest } from '../../core/base/latest';
import type { InsightOutcome } from '../../core/insight/insightProblem';
import type { PlanInsight } from '../../core/insight/planInsight';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import type { Log } from '../ports';
import type { InsightOfPlans } from './settler';

/**
 * Computes the insight of a snapshot once it is out, so that nothing waits for it. One computation at a time;
 * of what comes meanwhile only the newest is looked at.
 */
export class InsightFollower {
  private readonly computing: Latest<readonly PlanFacts[]>;
  private shown: readonly PlanFacts[] = [];

  /**
   * @param compute the insight of plans, in their order
   * @param show puts it into the next snapshot
   */
  constructor(
    compute: (plans: readonly PlanFacts[]) => Promise<InsightOutcome>,
    show: (insight: InsightOfPlans) => void,
    log: Log,
  ) {
    this.computing = new Latest(
      async plans => {
        const outcome = await compute(plans);
        if (!this.computing.isDisposed) {
          this.shown = plans;
          show(outcome.ok ? { insight: byPlan(plans, outcome.value) } : { insightProblem: outcome.problem });
        }
      },
      error => log.error('Computing the schedule failed.', error),
    );
  }

  follow({ plans, phase }: Snapshot): void {
    const same =
      plans.length === this.shown.length && plans.every((plan, index) => plan === this.shown[index]);
    if (phase === 'ready' && !same) {
      void this.computing.ask(plans);
    }
  }

  /** Resolves when nothing is being computed, and what was is in the snapshot. */
  idle(): Promise<void> {
    return this.computing.idle();
  }

  dispose(): void {
    this.computing.dispose();
  }
}

function byPlan(plans: readonly PlanFacts[], insights: readonly PlanInsight[]): Snapshot['insight'] {
  return new Map(plans.map(({ plan }, index) => [plan.uid, insights[index] as PlanInsight] as const));
}
