import type { Log } from '../../app/ports';
import type { Store } from '../../app/store';
import type { History } from '../../core/evidence/graph/history';
import type { Review } from '../../core/insight/review/review';
import type { Plan } from '../../core/plan/model';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { Disposable } from '../dispose';
import type { Session } from '../session';
import { RowTree, type RowTreeOptions } from './rowTree';

/** A review and the state of plan and history that it was asked for. */
interface Asked {
  readonly plan: Plan;
  readonly history: History;
  /** Undefined until the answer is here. */
  answer?: { readonly review?: Review };
}

/** The *Current work* view. The review of the checked-out branch is asked for while the view is seen. */
export class CurrentWorkView extends Disposable {
  readonly tree: RowTree;
  private readonly asked = new Map<string, Asked>();

  constructor(
    private readonly session: Session,
    private readonly log: Log,
    onCheck: RowTreeOptions['onCheck'],
  ) {
    super();
    this.tree = this.register(
      new RowTree({
        view: 'milepost.currentWork',
        session,
        rows: (engine, snapshot) => engine.currentWorkRows(snapshot, this.reviews()),
        onCheck,
      }),
    );
    this.register(session.onDidChange(() => this.askAll()));
    this.register(this.tree.view.onDidChangeVisibility(() => this.askAll()));
  }

  private reviews(): ReadonlyMap<string, Review | undefined> {
    return new Map(
      [...this.asked].flatMap(([uid, { answer }]) => (answer ? [[uid, answer.review] as const] : [])),
    );
  }

  private askAll(): void {
    const { loaded } = this.session;
    if (!loaded || !this.tree.view.visible) {
      return;
    }
    for (const facts of loaded.store.snapshot.plans) {
      const history = historyOf(loaded.store.snapshot, facts);
      const last = this.asked.get(facts.plan.uid);
      // On the default branch there is nothing to review, and reading the plan at two commits is not cheap.
      if (
        history &&
        facts.evidence &&
        !isOnDefault(history) &&
        (last?.plan !== facts.plan || last.history !== history)
      ) {
        // Until the answer is here, the rows of the last one stay, unless something else is checked out.
        const same = last?.history.head.branch === history.head.branch;
        const asked: Asked = { plan: facts.plan, history, ...(same ? { answer: last?.answer } : {}) };
        this.asked.set(facts.plan.uid, asked);
        void this.ask(loaded.store, asked);
      }
    }
  }

  private async ask(store: Store, asked: Asked): Promise<void> {
    let review: Review | undefined;
    try {
      const outcome = await store.review(asked.plan.uid, {});
      review = outcome.ok ? outcome.value : undefined;
    } catch (error) {
      this.log.error('The checked-out branch could not be reviewed.', error);
    }
    if (this.asked.get(asked.plan.uid) === asked) {
      asked.answer = review ? { review } : {};
      this.tree.update();
    }
  }
}

function isOnDefault({ head, defaultBranch }: History): boolean {
  return head.branch !== undefined && head.branch === defaultBranch?.name;
}

function historyOf(snapshot: Snapshot, { repo }: PlanFacts): History | undefined {
  return snapshot.repos.find(({ top }) => top === repo)?.history;
}
