import type { Store } from '../../app/store';
import type { InsightQuestion, PlanInsight } from '../../core/insight/planInsight';
import type { PlanFacts } from '../../core/snapshot';
import type { panelModel } from '../../present/panel/panelModel';
import type { Answer, EffectAnswer, PanelAnswers, PanelNeeds } from '../../present/panel/panelInput';
import type { panelNeeds } from '../../present/panel/panelNeeds';
import type { RemoteUrl, statusReport } from '../../present/report/statusReport';
import type { PanelModel } from '../../shared/panelModel';
import type { Audience, View } from '../../shared/protocol';

/** What the panel takes from the presentation, which lives in the engine. */
export interface PanelBuilders {
  readonly panelNeeds: typeof panelNeeds;
  readonly panelModel: typeof panelModel;
  readonly statusReport: typeof statusReport;
}

/** Asks the store what the open tab needs, and makes its model. */
export class PanelContent {
  /** Plans at a revision, as long as the default branch stays where it is. */
  private readonly plans = new Map<string, Promise<Answer<PlanFacts>>>();
  private tip: string | undefined;
  private readonly settled = new WeakMap<object, unknown>();
  private effect: { readonly about: readonly unknown[]; readonly asked: Promise<EffectAnswer> } | undefined;

  constructor(
    private readonly store: Store,
    private readonly builders: PanelBuilders,
    private readonly plan: string,
    /** Called when insight that was missing has come. */
    private readonly onInsight: () => void,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  async model(view: View): Promise<PanelModel> {
    const { snapshot } = this.store;
    const needs = this.builders.panelNeeds(snapshot, this.plan, view);
    const top = snapshot.plans.find(({ plan }) => plan.uid === this.plan)?.repo;
    this.forgetWhenMoved(snapshot.repos.find(repo => repo.top === top)?.history?.defaultBranch?.tip);
    const [shown, before, atHead, review] = await Promise.all([
      needs.shown === undefined ? undefined : this.planAt(needs.shown),
      needs.before === undefined ? undefined : this.planAt(needs.before, 'planThen'),
      needs.atHead === undefined ? undefined : this.store.planAt(this.plan, needs.atHead),
      needs.review && this.store.review(this.plan, needs.review),
    ]);
    const there = shown?.ok && view.source === 'default' ? shown.value : undefined;
    const insight = needs.insight && this.insightOf(there, needs.insight);
    const baseline =
      needs.baseline && needs.before !== undefined && before?.ok
        ? await this.baselineOf(needs.before, needs.baseline)
        : undefined;
    const effect = review?.ok && needs.review ? this.effectOf(needs.review) : undefined;
    // The newest snapshot: while git answered, a keystroke may have made the first one old.
    return this.builders.panelModel({
      snapshot: this.store.snapshot,
      plan: this.plan,
      view,
      answers: {
        ...(shown && { shown }),
        ...(before && { before }),
        ...(atHead && { atHead }),
        ...(review && { review }),
        ...insight,
        ...(baseline && { baseline }),
        ...(effect && { effect }),
      },
    });
  }

  /**
   * The status of the plan for other people, of the same plan and since the same day as the overview.
   */
  async report(looked: View, audience: Audience, remoteUrl?: RemoteUrl): Promise<string | undefined> {
    const { snapshot } = this.store;
    const view: View = { ...looked, tab: 'overview' };
    const needs = this.builders.panelNeeds(snapshot, this.plan, view);
    const [shown, before] = await Promise.all([
      needs.shown === undefined ? undefined : this.planAt(needs.shown),
      needs.before === undefined ? undefined : this.planAt(needs.before, 'planThen'),
    ]);
    const { index, asked } = this.askInsight(
      shown?.ok && view.source === 'default' ? shown.value : undefined,
    );
    const outcome = await asked;
    const insight = outcome.ok ? outcome.value[index] : undefined;
    return this.builders.statusReport(
      {
        snapshot,
        plan: this.plan,
        view,
        answers: { ...(shown && { shown }), ...(before && { before }), ...(insight && { insight }) },
      },
      audience,
      remoteUrl,
    );
  }

  /** The insight of then, with everybody's other work as it was then, too. What was not there had none. */
  private async baselineOf(day: string, question: InsightQuestion): Promise<PlanInsight | undefined> {
    const plans = this.store.snapshot.plans.map(({ plan }) => plan.uid);
    const answers = await Promise.all(plans.map(plan => this.planAt(day, 'planThen', plan)));
    const thens = answers.flatMap(answer => (answer.ok ? [answer.value] : []));
    const index = thens.findIndex(({ plan }) => plan.uid === this.plan);
    const outcome = this.later(this.store.insight(thens, question));
    return outcome?.ok ? outcome.value[index] : undefined;
  }

  private insightOf(
    facts: PlanFacts | undefined,
    question: InsightQuestion,
  ): Pick<PanelAnswers, 'insight' | 'insightProblem'> {
    const { index, asked } = this.askInsight(facts, question);
    const outcome = this.later(asked);
    if (outcome && !outcome.ok) {
      return { insightProblem: outcome.problem };
    }
    const insight = outcome?.value[index];
    return insight ? { insight } : {};
  }

  /** The insight of the plan, as the working tree has it unless facts are given, beside the other plans. */
  private askInsight(facts: PlanFacts | undefined, question: InsightQuestion = {}) {
    const all = this.store.snapshot.plans.map(one => (facts && one.plan.uid === this.plan ? facts : one));
    const index = all.findIndex(({ plan }) => plan.uid === this.plan);
    return { index, asked: this.store.insight(all, question) };
  }

  /** Asked once for each state of the plan and its repository. */
  private effectOf(range: NonNullable<PanelNeeds['review']>): EffectAnswer | undefined {
    const { plans, repos } = this.store.snapshot;
    const about = [...plans, ...repos.map(({ history }) => history), JSON.stringify(range)];
    const known = this.effect;
    if (
      !known ||
      about.length !== known.about.length ||
      about.some((one, index) => one !== known.about[index])
    ) {
      this.effect = { about, asked: this.store.effect(this.plan, range) };
    }
    return this.effect && this.later(this.effect.asked);
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

  private planAt(
    revision: string,
    how: 'planAt' | 'planThen' = 'planAt',
    plan = this.plan,
  ): Promise<Answer<PlanFacts>> {
    const key = `${how} ${revision} ${plan}`;
    const known = this.plans.get(key);
    if (known) {
      return known;
    }
    const asked = this.store[how](plan, revision);
    this.plans.set(key, asked);
    asked.then(
      answer => answer.ok || this.plans.delete(key),
      () => this.plans.delete(key),
    );
    return asked;
  }

  private forgetWhenMoved(tip: string | undefined): void {
    if (tip !== this.tip) {
      this.tip = tip;
      this.plans.clear();
    }
  }
}
