import type { Log } from '../../app/ports';
import type { Store } from '../../app/store';
import type { Review } from '../../core/insight/review/review';
import type { Reviewable } from '../../present/rows/reviewable';
import { Disposable } from '../dispose';
import type { Session } from '../session';
import { RowTree, type RowTreeOptions } from './rowTree';

/** A review and the state of plan and history that it was asked for. */
interface Asked extends Reviewable {
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
    for (const { plan, history } of loaded.engine.reviewable(loaded.store.snapshot)) {
      const last = this.asked.get(plan.uid);
      // Reading the plan at two commits is not cheap.
      if (last?.plan !== plan || last.history !== history) {
        // Until the answer is here, the rows of the last one stay, unless something else is checked out.
        const same = last?.history.head.branch === history.head.branch;
        const asked: Asked = { plan, history, ...(same ? { answer: last?.answer } : {}) };
        this.asked.set(plan.uid, asked);
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
