import type { Observed } from '../../core/evidence/link';
import type { PlanHistory } from '../../core/insight/history/planHistory';
import { insightProblem } from '../../core/insight/insightProblem';
import type { InsightOutcome, InsightProblem } from '../../core/insight/insightProblem';
import type { InsightInput, InsightQuestion } from '../../core/insight/planInsight';
import type { PlanFacts } from '../../core/snapshot';
import { isGitFailure } from '../../git/gitFailure';
import type { DocumentCache } from '../files/documentCache';
import type { PlanFolder } from '../files/planFolder';
import { PlanHistoryReader } from '../repositories/planHistoryReader';
import type { ComputeInsight, Log } from '../ports';
import type { Repository } from '../repositories/repository';

/** Thrown where a computation ended before it had an answer. */
export class InsightEnded extends Error {
  constructor(readonly problem: InsightProblem) {
    super(problem.code);
  }
}

/** A plan with what is needed to read its history. */
export interface InsightPlan {
  readonly facts: PlanFacts;
  readonly folder: PlanFolder;
  readonly repo?: Repository;
}

interface Answered {
  readonly facts: readonly PlanFacts[];
  readonly asked: string;
  readonly answer: Promise<InsightOutcome>;
}

/** The working tree, the default branch and a baseline, and what was asked before them. */
const KEPT = 6;

const NOTHING: ReadonlyMap<string, Observed> = new Map();

/** Insight on demand, with the histories that it needs. The last answers are kept as long as their facts are. */
export class Insights {
  private readonly readers = new Map<string, PlanHistoryReader>();
  private readonly histories = new WeakMap<object, Map<string, Promise<PlanHistory | undefined>>>();
  private last: readonly Answered[] = [];

  constructor(
    private readonly compute: ComputeInsight,
    private readonly documents: DocumentCache,
    private readonly log: Log,
    private readonly signal: AbortSignal,
  ) {}

  /** The insight of plans that share their people, in their order. */
  of(plans: readonly InsightPlan[], question: InsightQuestion = {}): Promise<InsightOutcome> {
    if (question.trials) {
      // Asked once; kept, it would take the place of what views ask for again and again.
      return this.ask(plans, question);
    }
    const facts = plans.map(plan => plan.facts);
    const asked = JSON.stringify(question);
    const known = this.last.find(
      one =>
        one.asked === asked &&
        one.facts.length === facts.length &&
        one.facts.every((fact, index) => fact === facts[index]),
    );
    if (known) {
      return known.answer;
    }
    const answer = this.ask(plans, question);
    this.last = [{ facts, asked, answer }, ...this.last].slice(0, KEPT);
    answer.catch(() => (this.last = this.last.filter(one => one.answer !== answer)));
    return answer;
  }

  private async ask(plans: readonly InsightPlan[], question: InsightQuestion): Promise<InsightOutcome> {
    const inputs: InsightInput[] = [];
    for (const { facts, folder, repo } of plans) {
      const history = repo && (await this.historyOf(facts, folder, repo));
      inputs.push({
        plan: facts.plan,
        observed: facts.evidence?.observed ?? NOTHING,
        ...(history && { history }),
      });
    }
    const days = plans.map(({ facts }) => facts.today).sort();
    const problem = insightProblem(inputs);
    if (problem) {
      return { ok: false, problem };
    }
    try {
      return { ok: true, value: await this.compute(inputs, question.today ?? days[0] ?? '', question) };
    } catch (error) {
      if (error instanceof InsightEnded) {
        return { ok: false, problem: error.problem };
      }
      throw error;
    }
  }

  /** Read once for each state of the default branch. */
  private historyOf(
    { plan, prefix }: PlanFacts,
    folder: PlanFolder,
    repo: Repository,
  ): Promise<PlanHistory | undefined> {
    const { history } = repo;
    if (!history) {
      return Promise.resolve(undefined);
    }
    const known = this.histories.get(history) ?? new Map<string, Promise<PlanHistory | undefined>>();
    this.histories.set(history, known);
    const settings = JSON.stringify([
      plan.uid,
      plan.settings.prefix,
      plan.settings.aliases,
      plan.settings.timezone,
    ]);
    let asked = known.get(settings);
    if (!asked) {
      const reader = this.readers.get(plan.uid) ?? new PlanHistoryReader(this.documents);
      this.readers.set(plan.uid, reader);
      asked = reader
        .read({ plan, folder, prefix, history, git: repo.git }, this.signal)
        .catch((error: unknown) => {
          if (!isGitFailure(error)) {
            throw error;
          }
          this.log.warn(`The history of ${plan.folder} could not be read: ${error.message}`);
          return undefined;
        });
      known.set(settings, asked);
    }
    return asked;
  }
}
