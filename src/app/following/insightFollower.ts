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
  private running: Promise<void> | undefined;
  private waiting: readonly PlanFacts[] | undefined;
  private shown: readonly PlanFacts[] = [];

  /**
   * @param compute the insight of plans, in their order
   * @param show puts it into the next snapshot
   */
  constructor(
    private readonly compute: (plans: readonly PlanFacts[]) => Promise<InsightOutcome>,
    private readonly show: (insight: InsightOfPlans) => void,
    private readonly log: Log,
    private readonly signal: AbortSignal,
  ) {}

  follow({ plans, phase }: Snapshot): void {
    const same =
      plans.length === this.shown.length && plans.every((plan, index) => plan === this.shown[index]);
    if (phase === 'ready' && !same) {
      this.waiting = plans;
      this.running ??= this.run();
    }
  }

  /** Resolves when nothing is being computed, and what was is in the snapshot. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      for (let plans = this.take(); plans; plans = this.take()) {
        const outcome = await this.compute(plans);
        this.signal.throwIfAborted();
        this.shown = plans;
        this.show(
          outcome.ok ? { insight: byPlan(plans, outcome.value) } : { insightProblem: outcome.problem },
        );
      }
    } catch (error) {
      if (!this.signal.aborted) {
        this.log.error('Computing the schedule failed.', error);
      }
    } finally {
      this.running = undefined;
    }
  }

  private take(): readonly PlanFacts[] | undefined {
    const next = this.waiting;
    this.waiting = undefined;
    return next;
  }
}

function byPlan(plans: readonly PlanFacts[], insights: readonly PlanInsight[]): Snapshot['insight'] {
  return new Map(plans.map(({ plan }, index) => [plan.uid, insights[index] as PlanInsight] as const));
}
