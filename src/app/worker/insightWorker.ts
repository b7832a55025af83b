import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PlanHistory } from '../../core/insight/history/planHistory';
import { computeInsight, workHistory } from '../../core/insight/planInsight';
import type { InsightInput, PlanInsight } from '../../core/insight/planInsight';
import type { Task } from '../../core/plan/model';
import type { ComputeInsight } from '../insights';
import type { Log } from '../ports';
import type { FromWorker, ToWorker } from './messages';

/** Tasks, or their lives, of one message: copying them takes a few milliseconds. */
const PART = 1000;

type Answer = Extract<FromWorker, { readonly kind: 'answer' }>['insights'];

interface Waiting {
  readonly resolve: (insights: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Computes insight in a thread of its own, started at the first question, one question after the other. */
export class InsightWorker {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  /** The histories that the worker has, by plan. */
  private readonly sent = new Map<number, PlanHistory>();
  private asked = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** @param file the built worker */
  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {}

  /** A worker that cannot be started or dies costs time, not the answer: it is computed here then. */
  readonly compute: ComputeInsight = (inputs, today, question) => {
    const answer = this.last.then(async () => {
      try {
        return await this.ask(inputs, today, question);
      } catch (error) {
        this.log.error('The worker failed; the schedule was computed beside the editor instead.', error);
        return computeInsight(inputs, today, question);
      }
    });
    this.last = answer.catch(() => undefined);
    return answer;
  };

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
      const worker = new Worker(this.file);
      worker.unref();
      worker.on('message', (message: FromWorker) => this.receive(message));
      worker.on('error', error => this.fail(error));
      worker.on('exit', () => this.fail(new Error('The worker has ended.')));
      this.worker = worker;
    }
    return this.worker;
  }

  private receive(message: FromWorker): void {
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

const NONE: readonly never[] = [];

/** What the computation does not read is not copied. */
function lean(task: Task): Task {
  return { ...task, checklist: NONE, links: NONE, handLinks: NONE, branches: NONE };
}

/** What git shows as a plain map, since one in layers loses its methods on the way. */
function withoutParts({ plan, observed }: InsightInput): InsightInput {
  return { plan: { ...plan, tasks: NONE, problems: NONE, files: NONE }, observed: new Map(observed) };
}
