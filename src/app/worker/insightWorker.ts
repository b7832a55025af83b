import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { computeInsight } from '../../core/insight/planInsight';
import type { InsightInput, PlanInsight } from '../../core/insight/planInsight';
import type { Plan, Task } from '../../core/plan/model';
import type { ComputeInsight } from '../insights';
import type { Log } from '../ports';
import type { FromWorker, ToWorker } from './messages';

/** Tasks of one message: copying them takes a few milliseconds. */
const PART = 1000;

interface Waiting {
  readonly resolve: (insights: readonly PlanInsight[]) => void;
  readonly reject: (error: Error) => void;
}

/** Computes insight in a thread of its own, started at the first question, one question after the other. */
export class InsightWorker {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
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
    const post = (message: ToWorker): void => worker.postMessage(message);
    for (const [plan, input] of inputs.entries()) {
      for (let at = 0; at < input.plan.tasks.length; at += PART) {
        post({ kind: 'tasks', plan, tasks: input.plan.tasks.slice(at, at + PART).map(lean) });
        await nextTurn();
      }
    }
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      post({ kind: 'compute', id, inputs: inputs.map(withoutTasks), today, question });
    });
  }

  private started(): Worker {
    if (!this.worker) {
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

function withoutTasks(input: InsightInput): InsightInput {
  const plan: Plan = { ...input.plan, tasks: NONE, problems: NONE, files: NONE };
  return { ...input, plan };
}
