import type { Store } from '../../app/store';
import type { PlanFacts } from '../../core/snapshot';
import type { panelModel } from '../../present/panel/panelModel';
import type { Answer } from '../../present/panel/panelInput';
import type { panelNeeds } from '../../present/panel/panelNeeds';
import type { PanelModel } from '../../shared/panelModel';
import type { View } from '../../shared/protocol';

/** What the panel takes from the presentation, which lives in the engine. */
export interface PanelBuilders {
  readonly panelNeeds: typeof panelNeeds;
  readonly panelModel: typeof panelModel;
}

/** Asks the store what the open tab needs, and makes its model. */
export class PanelContent {
  /** Plans at a revision, as long as the default branch stays where it is. */
  private readonly plans = new Map<string, Promise<Answer<PlanFacts>>>();
  private tip: string | undefined;

  constructor(
    private readonly store: Store,
    private readonly builders: PanelBuilders,
    private readonly plan: string,
  ) {}

  async model(view: View): Promise<PanelModel> {
    const { snapshot } = this.store;
    const needs = this.builders.panelNeeds(snapshot, this.plan, view);
    const top = snapshot.plans.find(({ plan }) => plan.uid === this.plan)?.repo;
    this.forgetWhenMoved(snapshot.repos.find(repo => repo.top === top)?.history?.defaultBranch?.tip);
    const [shown, before, atHead, review] = await Promise.all([
      needs.shown === undefined ? undefined : this.planAt(needs.shown),
      needs.before === undefined ? undefined : this.planAt(needs.before),
      needs.atHead === undefined ? undefined : this.store.planAt(this.plan, needs.atHead),
      needs.review && this.store.review(this.plan, needs.review),
    ]);
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
      },
    });
  }

  private planAt(revision: string): Promise<Answer<PlanFacts>> {
    const known = this.plans.get(revision);
    if (known) {
      return known;
    }
    const asked = this.store.planAt(this.plan, revision);
    this.plans.set(revision, asked);
    asked.then(
      answer => answer.ok || this.plans.delete(revision),
      () => this.plans.delete(revision),
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
