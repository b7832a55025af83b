import type { Log } from '../../app/ports';
import type { Store } from '../../app/store';
import type { WorkAnswer, WorkAnswers } from '../../present/rows/currentWorkRows';
import type { WorkPlan } from '../../present/rows/workPlans';
import { Disposable } from '../dispose';
import type { Session } from '../session';
import { RowTree, type RowTreeOptions } from './rowTree';

/** What git has answered, and the state of plan and history that it was asked for. */
interface Asked extends WorkPlan {
  /** Undefined until the answer is here. */
  answer?: WorkAnswer;
}

/** The *Current work* view. Git is asked about the checked-out branch while the view is seen. */
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
        rows: (engine, snapshot) => engine.currentWorkRows(snapshot, this.answers()),
        onCheck,
      }),
    );
    this.register(session.onDidChange(() => this.askAll()));
    this.register(this.tree.view.onDidChangeVisibility(() => this.askAll()));
  }

  private answers(): WorkAnswers {
    return new Map([...this.asked].flatMap(([uid, { answer }]) => (answer ? [[uid, answer] as const] : [])));
  }

  private askAll(): void {
    const { loaded } = this.session;
    if (!loaded || !this.tree.view.visible) {
      return;
    }
    for (const work of loaded.engine.workPlans(loaded.store.snapshot)) {
      const { plan, history } = work;
      const last = this.asked.get(plan.uid);
      // Reading the plan at two commits is not cheap.
      if (last?.plan !== plan || last.history !== history) {
        // Until the answer is here, the rows of the last one stay, unless something else is checked out.
        const same = last?.history.head.branch === history.head.branch;
        const asked: Asked = { ...work, ...(same ? { answer: last?.answer } : {}) };
        this.asked.set(plan.uid, asked);
        void this.ask(loaded.store, asked);
      }
    }
  }

  private async ask(store: Store, asked: Asked): Promise<void> {
    const { uid } = asked.plan;
    let answer: WorkAnswer = {};
    try {
      const review = asked.reviewable ? await store.review(uid, {}) : undefined;
      const waiting = await store.notCommitted(uid);
      answer = {
        ...(review?.ok && { review: review.value }),
        ...(waiting.ok && { waiting: waiting.value }),
      };
    } catch (error) {
      this.log.error('The checked-out branch could not be reviewed.', error);
    }
    if (this.asked.get(uid) === asked) {
      asked.answer = answer;
      this.tree.update();
    }
  }
}
