import type { Store } from '../../app/store';
import type { InsightQuestion, PlanInsight } from '../../core/insight/planInsight';
import type { Review } from '../../core/insight/review/review';
import type { PlanFacts } from '../../core/snapshot';
import type { EffectAnswer, PanelAnswers, PanelNeeds } from '../../present/panel/panelInput';
import type { PanelModel } from '../../shared/panelModel';
import type { Audience, View } from '../../shared/protocol';
import type { Engine } from '../loadEngine';
import { RememberedPlans } from './rememberedPlans';

/** What the panel takes from the engine to make its models. */
export type PanelBuilders = Pick<
  Engine,
  'findPlan' | 'insightBeside' | 'insightThen' | 'panelModel' | 'panelNeeds' | 'reportVerb'
>;

type RemoteUrl = Parameters<Engine['reportVerb']['render']>[2];

/** Asks the store what the open tab needs, and makes its model. */
export class PanelContent {
  private readonly plans: RememberedPlans;
  private readonly settled = new WeakMap<object, unknown>();
  private effect: { readonly about: readonly unknown[]; readonly asked: Promise<EffectAnswer> } | undefined;
  /** What was last known of the effect of a range. */
  private known: { readonly of: string; readonly answer: EffectAnswer } | undefined;

  constructor(
    private readonly store: Store,
    private readonly builders: PanelBuilders,
    private readonly plan: string,
    /** Called when insight that was missing has come. */
    private readonly onInsight: () => void,
    private readonly onFailure: (error: unknown) => void,
    private readonly canUndo: () => boolean = () => false,
  ) {
    this.plans = new RememberedPlans(store);
  }

  async model(view: View): Promise<PanelModel> {
    const { plan, plans, store } = this;
    const needs = this.builders.panelNeeds(store.snapshot, plan, view);
    const { repo } = this.builders.findPlan(store.snapshot, plan) ?? {};
    plans.keepFor(repo?.history?.defaultBranch?.tip);
    const [shown, before, atHead, review, waiting] = await Promise.all([
      needs.shown === undefined ? undefined : plans.planAt(plan, needs.shown),
      needs.before === undefined ? undefined : plans.planThen(plan, needs.before),
      needs.atHead === undefined ? undefined : store.planAt(plan, needs.atHead),
      needs.review && store.review(plan, needs.review),
      repo?.history && store.notCommitted(plan),
    ]);
    const there = shown?.ok && view.source === 'default' ? shown.value : undefined;
    const insight = needs.insight && this.insightOf(there, needs.insight);
    const baseline =
      needs.baseline && needs.before !== undefined && before?.ok
        ? await this.baselineOf(needs.before, needs.baseline)
        : undefined;
    const effect = review?.ok && needs.review ? this.effectOf(needs.review, review.value) : undefined;
    // The newest snapshot: while git answered, a keystroke may have made the first one old.
    return this.builders.panelModel({
      snapshot: store.snapshot,
      plan,
      view,
      answers: {
        ...(shown && { shown }),
        ...(before && { before }),
        ...(atHead && { atHead }),
        ...(review && { review }),
        ...insight,
        ...(baseline && { baseline }),
        ...effect,
        ...(waiting?.ok && { waiting: waiting.value }),
        canUndo: this.canUndo(),
      },
    });
  }

  /**
   * The status of the plan for other people, of the same plan and since the same day as the overview.
   * @returns undefined where there is no plan or no insight
   */
  async report(
    { source, since: days }: View,
    audience: Audience,
    remoteUrl?: RemoteUrl,
  ): Promise<string | undefined> {
    const { run, render } = this.builders.reportVerb;
    const outcome = await run({ store: this.plans }, { plan: this.plan, source, days });
    return outcome.ok ? render(outcome.value, audience, remoteUrl) : undefined;
  }

  private async baselineOf(day: string, question: InsightQuestion): Promise<PlanInsight | undefined> {
    const then = await this.builders.insightThen({ store: this.plans }, this.plan, day, question);
    const outcome = this.later(then.asked);
    return outcome?.ok ? outcome.value[then.index] : undefined;
  }

  private insightOf(
    facts: PlanFacts | undefined,
    question: InsightQuestion,
  ): Pick<PanelAnswers, 'insight' | 'insightProblem'> {
    const { index, asked } = this.builders.insightBeside({ store: this.store }, this.plan, facts, question);
    const outcome = this.later(asked);
    if (outcome && !outcome.ok) {
      return { insightProblem: outcome.problem };
    }
    const insight = outcome?.value[index];
    return insight ? { insight } : {};
  }

  /** Asked once for each state of the plan and its repository; meanwhile that of the state before it. */
  private effectOf(
    range: NonNullable<PanelNeeds['review']>,
    { base, head }: Review,
  ): Pick<PanelAnswers, 'effect' | 'effectIsOld'> {
    const { plans, repos } = this.store.snapshot;
    const about = [...plans, ...repos.map(({ history }) => history), JSON.stringify(range)];
    const before = this.effect?.about;
    if (about.length !== before?.length || about.some((one, index) => one !== before[index])) {
      this.effect = { about, asked: this.store.effect(this.plan, range) };
    }
    const answer = this.effect && this.later(this.effect.asked);
    const of = JSON.stringify([range, base.hash, head.name]);
    if (answer) {
      this.known = { of, answer };
      return { effect: answer };
    }
    return this.known?.of === of ? { effect: this.known.answer, effectIsOld: true } : {};
  }

  /**
   * An answer, or undefined while it is being computed: the panel shows what it has meanwhile, and is drawn again
   * afterwards.
   */
  private later<T>(asked: Promise<T>): T | undefined {
    if (!this.settled.has(asked)) {
      this.settled.set(asked, undefined);
      asked.then(
        answer => {
          this.settled.set(asked, answer);
          this.onInsight();
        },
        (error: unknown) => this.onFailure(error),
      );
    }
    return this.settled.get(asked) as T | undefined;
  }
}
