import { parentPort } from 'node:worker_threads';
import type { PlanHistory, TaskLife } from '../../../core/insight/history/planHistory';
import { computeInsight } from '../../../core/insight/planInsight';
import type { Task } from '../../../core/plan/model';
import type { FromWorker, ToWorker } from './messages';

type Compute = Extract<ToWorker, { readonly kind: 'compute' }>;

/** Entry of the worker: computes what would hold the editor's thread too long. */
const port = parentPort;
let tasks = new Map<number, Task[]>();
const histories = new Map<number, PlanHistory & { readonly tasks: Map<string, TaskLife> }>();

port?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'tasks':
      tasks.set(message.plan, [...(tasks.get(message.plan) ?? []), ...message.tasks]);
      break;
    case 'history':
      histories.set(message.plan, { ...message.history, tasks: new Map() });
      break;
    case 'lives':
      message.lives.forEach(([key, life]) => histories.get(message.plan)?.tasks.set(key, life));
      break;
    case 'compute':
      port.postMessage(answer(message));
  }
});

port?.postMessage({ kind: 'ready' } satisfies FromWorker);

function answer({ id, inputs, withHistory, today, question }: Compute): FromWorker {
  const whole = inputs.map((input, plan) => {
    const history = withHistory.includes(plan) ? histories.get(plan) : undefined;
    return { ...input, plan: { ...input.plan, tasks: tasks.get(plan) ?? [] }, ...(history && { history }) };
  });
  tasks = new Map();
  try {
    const insights = computeInsight(whole, today, question);
    return { kind: 'answer', id, insights: insights.map(({ history: _, ...insight }) => insight) };
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'failure', id, detail };
  }
}
