import type { Store } from '../../app/store';
import type { PlanFacts } from '../../core/snapshot';
import type { Answer } from '../../present/panel/panelInput';

/** Plans at revisions, asked for once as long as the default branch stays where it is. */
export class RememberedPlans implements Pick<Store, 'insight' | 'planAt' | 'planThen' | 'snapshot'> {
  private readonly plans = new Map<string, Promise<Answer<PlanFacts>>>();
  private tip: string | undefined;

  constructor(private readonly store: Store) {}

  get snapshot(): Store['snapshot'] {
    return this.store.snapshot;
  }

  readonly insight: Store['insight'] = (facts, question) => this.store.insight(facts, question);

  readonly planAt: Store['planAt'] = (plan, revision) => this.once('planAt', plan, revision);

  readonly planThen: Store['planThen'] = (plan, revision) => this.once('planThen', plan, revision);

  /**
   * Forgets everything when the default branch has moved.
   * @param tip its last commit
   */
  keepFor(tip: string | undefined): void {
    if (tip !== this.tip) {
      this.tip = tip;
      this.plans.clear();
    }
  }

  private once(how: 'planAt' | 'planThen', plan: string, revision: string): Promise<Answer<PlanFacts>> {
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
}
