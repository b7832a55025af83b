import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PlanHistory } from '../../../core/insight/history/planHistory';
import type { InsightInput, PlanInsight } from '../../../core/insight/planInsight';
import type { Plan, Task } from '../../../core/plan/model';
import { InsightEnded } from '../insights';
import { computeHere } from './computeHere';
import { workHistory } from '../../../core/insight/history/workHistory';
import type { ComputeInsight } from '../../ports';
import type { Log } from '../../ports';
import type { FromWorker, ToWorker } from './messages';

/** Tasks, or their lives, of one message: copying them takes a few milliseconds. */
const PART = 1000;

type Answer = Extract<FromWorker, { readonly kind: 'answer' }>['insights'];

interface Waiting {
  readonly resolve: (insights: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** The most that the worker may take, so that it and its host stay below 1 GB. */
const MOST_MEGABYTES = 256;

/** Questions that ended the worker and are not asked again. */
const REMEMBERED = 8;

/** Computes insight in a thread of its own, started at the first question, one question after the other. */
export class InsightWorker {
  private worker: Worker | undefined;
  /** What ended the worker: computed here, it would end the editor. */
  private fatal: readonly { readonly plans: readonly Plan[]; readonly error: InsightEnded }[] = [];
  /** Whether its code has been loaded. */
  private hasStarted = false;
  private readonly waiting = new Map<number, Waiting>();
  /** The histories that the worker has, by plan. */
  private readonly sent = new Map<number, PlanHistory>();
  private asked = 0;
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param file the built worker
   * @param megabytes of objects that it may hold
   */
  constructor(
    private readonly file: string,
    private readonly log: Log,
    private readonly megabytes = MOST_MEGABYTES,
  ) {}

  /**
   * A worker that cannot be started costs time, not the answer: it is computed here then. What ends a worker that has
   * started is not tried again, neither here nor there, as long as the plans stay as they are.
   * @throws InsightEnded
   */
  readonly compute: ComputeInsight = (inputs, today, question) => {
    const answer = this.last.then(async () => {
      const plans = inputs.map(({ plan }) => plan);
      const known = this.fatal.find(one => one.plans.every(plan => plans.includes(plan)));
      if (known) {
        throw known.error;
      }
      try {
        return await this.ask(inputs, today, question);
      } catch (error) {
        if (this.hasStarted) {
          this.log.error('The computation of schedule and forecast ended.', error);
          throw this.remembered(plans, error);
        }
        this.log.error('The worker failed; the schedule was computed beside the editor instead.', error);
        return computeHere(inputs, today, question);
      }
    });
    this.last = answer.catch(() => undefined);
    return answer;
  };

  private remembered(plans: readonly Plan[], error: unknown): InsightEnded {
    const { folder } = plans.reduce((a, b) => (b.tasks.length > a.tasks.length ? b : a));
    const outOfMemory =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const ended = new InsightEnded(
      outOfMemory
        ? { code: 'insight-memory', args: [folder, this.megabytes] }
        : { code: 'insight-ended', args: [folder] },
    );
    this.fatal = [{ plans, error: ended }, ...this.fatal].slice(0, REMEMBERED);
    return ended;
  }

  dispose(): void {
    void this.worker?.terminate();
  }

  private async ask(
    ...[inputs, today, question]: Parameters<ComputeInsight>
  ): Promise<readonly PlanInsight[]> {
    const worker = this.started();
    const post = async (message: ToWorker): Promise<void> => {
      worker.postMessage(message);
      await nextTurn();
    };
    for (const [
      plan,
      {
        plan: { tasks },
        history,
      },
    ] of inputs.entries()) {
      for (let at = 0; at < tasks.length; at += PART) {
        await post({ kind: 'tasks', plan, tasks: tasks.slice(at, at + PART).map(lean) });
      }
      if (history && history !== this.sent.get(plan)) {
        this.sent.delete(plan);
        const { tasks: all, ...rest } = history;
        await post({ kind: 'history', plan, history: rest });
        const lives = [...all];
        for (let at = 0; at < lives.length; at += PART) {
          await post({ kind: 'lives', plan, lives: lives.slice(at, at + PART) });
        }
        this.sent.set(plan, history);
      }
    }
    if (worker !== this.worker) {
      throw new Error('The worker has ended.');
    }
    const id = ++this.asked;
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const withHistory = [...inputs.keys()].filter(plan => inputs[plan]?.history);
      worker.postMessage({
        kind: 'compute',
        id,
        inputs: inputs.map(withoutParts),
        withHistory,
        today,
        question,
      } satisfies ToWorker);
    });
    return answer.map((insight, plan) => {
      const input = inputs[plan];
      return input?.history ? { ...insight, history: workHistory(input.history, input.plan) } : insight;
    });
  }

  private started(): Worker {
    if (!this.worker) {
      this.sent.clear();
      this.hasStarted = false;
      const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: this.megabytes } });
      worker.unref();
      worker.on('message', (message: FromWorker) => this.receive(message));
      worker.on('error', error => this.fail(error));
      worker.on('exit', () => this.fail(new Error('The worker has ended.')));
      this.worker = worker;
    }
    return this.worker;
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'ready') {
      this.hasStarted = true;
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'answer') {
      waiting?.resolve(message.insights);
    } else {
      waiting?.reject(new Error(message.detail));
    }
  }

  private fail(error: Error): void {
    this.worker = undefined;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    all.forEach(({ reject }) => reject(error));
  }
}

const EMPTY_LIST: readonly never[] = [];

/** What the computation does not read is not copied. */
function lean(task: Task): Task {
  const criteria = task.checklist.filter(({ list }) => list === 'criteria');
  return { ...task, checklist: criteria, links: EMPTY_LIST, handLinks: EMPTY_LIST, branches: EMPTY_LIST };
}

/** What git shows as a plain map, since one in layers loses its methods on the way. */
function withoutParts({ plan, observed }: InsightInput): InsightInput {
  return {
    plan: { ...plan, tasks: EMPTY_LIST, problems: EMPTY_LIST, files: EMPTY_LIST },
    observed: new Map(observed),
  };
}
