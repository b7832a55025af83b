import { setImmediate as nextTurn } from 'node:timers/promises';
import { withoutTaskSteps } from '../../core/evidence/withoutTask';
import { buildFacts, factsSteps } from '../../core/facts';
import { dayOf } from '../../core/base/dates';
import { resolveAcrossPlans } from '../../core/plan/acrossPlans';
import type { Plan } from '../../core/plan/model';
import type { PlanFacts, Repo, Snapshot } from '../../core/snapshot';
import type { Steps } from '../../core/base/steps';
import { inSlices } from './inSlices';
import type { OpenPlan, OpenPlans } from './openPlans';
import type { StoreOptions } from '../ports';
import type { Repositories } from '../repositories/repositories';
import type { Repository } from '../repositories/repository';

/** Turns of the event loop, of one slice each, after which an edit is shown before all is computed. */
const PATIENCE = 2;

type Options = Pick<StoreOptions, 'now' | 'today' | 'log'>;

type AsRead = Omit<Repo, 'withoutTask'>;

/** What follows the facts of a snapshot. */
export type InsightOfPlans = Pick<Snapshot, 'insight' | 'insightProblem'>;

/** What of a snapshot takes time to compute. */
interface Settled {
  readonly plans: readonly (readonly [OpenPlan, PlanFacts])[];
  readonly repos: readonly Repo[];
}

/**
 * Makes snapshots of plans and repositories as they are. One computation runs at a time, in slices; what
 * changes meanwhile is caught up with at its end. Where that takes longer than a person notices, plans are
 * shown as they are now with the evidence as it was, so that an edit never waits for the history.
 */
export class Settler {
  snapshot: Snapshot;
  /** Set once git has answered, or is known not to. */
  isReady = false;
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();
  private insight: InsightOfPlans = {};
  private asked = 0;
  private running: Promise<void> | undefined;

  /** @param onSettled called after each snapshot in which everything is as new as can be */
  constructor(
    private readonly plans: OpenPlans,
    private readonly repos: Repositories,
    private readonly options: Options,
    private readonly signal: AbortSignal,
    private readonly onSettled: () => void,
  ) {
    const nothing = { roots: [], plans: [], repos: [], offers: [] };
    this.snapshot = { version: 0, phase: 'reading', today: this.today(), ...nothing };
  }

  today(): string {
    return this.options.today ?? dayOf(this.options.now(), undefined);
  }

  onDidChange(listener: (snapshot: Snapshot) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows what follows from the snapshot, which was computed after it. */
  showInsight(insight: InsightOfPlans): void {
    this.insight = insight;
    this.publish(this.snapshot.phase, this.snapshot.repos);
  }

  /** Plans or repositories have changed. Resolves when the plans are in the snapshot as they are. */
  async settle(): Promise<void> {
    this.asked++;
    if (!this.running) {
      this.running = this.run().finally(() => (this.running = undefined));
      for (let turn = 0; turn < PATIENCE && this.isBusy; turn++) {
        await nextTurn();
      }
    }
    if (this.isBusy && this.plans.list.every(({ shown }) => shown)) {
      this.showPlans();
    } else {
      await this.running;
    }
  }

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Resolves when nothing is being computed. */
  async idle(): Promise<void> {
    await this.running;
  }

  dispose(): void {
    this.listeners.clear();
  }

  private async run(): Promise<void> {
    try {
      let settled: Settled;
      let asked: number;
      do {
        asked = this.asked;
        settled = await inSlices(this.steps(), this.signal);
        // A later round begins with what this one has found, even when nobody has seen it.
        settled.plans.forEach(([plan, facts]) => (plan.settled = facts));
      } while (asked !== this.asked);
      settled.plans.forEach(([plan, facts]) => (plan.shown = facts));
      this.publish(this.isReady ? 'ready' : 'plans', settled.repos);
      this.onSettled();
    } catch (error) {
      if (!this.signal.aborted) {
        this.options.log.error('Computing what is shown failed.', error);
      }
    }
  }

  private *steps(): Steps<Settled> {
    const { list } = this.plans;
    const planned = this.resolved(list);
    // Taken together, since git may answer between two steps.
    const read = new Map(this.repos.list.map(repo => [repo.top, asRead(repo)]));
    const settled: (readonly [OpenPlan, PlanFacts])[] = [];
    for (const [index, open] of list.entries()) {
      yield;
      const facts = yield* factsSteps({
        plan: planned[index] ?? open.plan,
        repo: open.repo && read.get(open.repo.top),
        prefix: open.prefix,
        planFolders: this.plans.foldersAt(open.repo?.top),
        ...this.time(),
        branches: open.branches,
        before: open.settled,
      });
      settled.push([open, facts]);
    }
    const repos: Repo[] = [];
    for (const repo of read.values()) {
      yield;
      const own = settled.flatMap(([, facts]) => (facts.repo === repo.top && facts.evidence ? [facts] : []));
      const planFolders = this.plans.foldersAt(repo.top);
      const withoutTask = repo.history
        ? yield* withoutTaskSteps({ history: repo.history, plans: own, planFolders })
        : [];
      repos.push({ ...repo, withoutTask });
    }
    return { plans: settled, repos };
  }

  private resolved(list: readonly OpenPlan[]): readonly Plan[] {
    return resolveAcrossPlans(list.map(({ plan }) => plan));
  }

  /** Shows plans as they are with what git was known to say in the last snapshot. */
  private showPlans(): void {
    const { list } = this.plans;
    const { plans, repos, phase } = this.snapshot;
    const planned = this.resolved(list);
    for (const [index, open] of list.entries()) {
      const plan = planned[index] ?? open.plan;
      if (open.shown && open.shown.plan !== plan) {
        open.shown = this.factsBefore(plan, open.shown, open.branches);
      }
    }
    if (list.length !== plans.length || list.some(({ shown }, index) => shown !== plans[index])) {
      this.publish(phase, repos);
    }
  }

  private factsBefore(plan: Plan, shown: PlanFacts, branches: OpenPlan['branches']): PlanFacts {
    const { prefix, evidence, repo: top } = shown;
    const repo = this.snapshot.repos.find(one => one.top === top && evidence);
    return buildFacts({
      plan,
      repo: repo ?? (top === undefined ? undefined : { top }),
      prefix,
      planFolders: this.plans.foldersAt(top),
      ...this.time(),
      evidence,
      branches,
      before: shown,
    });
  }

  private time(): { now: number; today: string | undefined } {
    return { now: this.options.now(), today: this.options.today };
  }

  private publish(phase: Snapshot['phase'], repos: readonly Repo[]): void {
    const { list, roots, offers } = this.plans;
    this.snapshot = {
      version: this.snapshot.version + 1,
      phase,
      today: this.today(),
      roots,
      plans: list.flatMap(({ shown }) => (shown ? [shown] : [])),
      repos,
      offers,
      ...this.insight,
      withoutGit: this.repos.without,
    };
    for (const listener of [...this.listeners]) {
      listener(this.snapshot);
    }
  }
}

function asRead({ top, gitDir, commonDir, history, problem }: Repository): AsRead {
  return { top, gitDir, commonDir, history, problem };
}
