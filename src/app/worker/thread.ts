import { parentPort } from 'node:worker_threads';
import { computeInsight } from '../../core/insight/planInsight';
import type { Task } from '../../core/plan/model';
import type { FromWorker, ToWorker } from './messages';

// The engine's bundle takes it from here.
export { computeInsight } from '../../core/insight/planInsight';

/** Entry of the worker: computes what would hold the editor's thread too long. */
const port = parentPort;
let tasks = new Map<number, Task[]>();

port?.on('message', (message: ToWorker) => {
  if (message.kind === 'tasks') {
    tasks.set(message.plan, [...(tasks.get(message.plan) ?? []), ...message.tasks]);
    return;
  }
  const { id, inputs, today, question } = message;
  const whole = inputs.map((input, index) => ({
    ...input,
    plan: { ...input.plan, tasks: tasks.get(index) ?? [] },
  }));
  tasks = new Map();
  let answer: FromWorker;
  try {
    answer = { kind: 'answer', id, insights: computeInsight(whole, today, question) };
  } catch (error) {
    answer = {
      kind: 'failure',
      id,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  port.postMessage(answer);
});
