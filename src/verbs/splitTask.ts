import type { ItemWish } from '../app/store';
import type { Change } from '../core/plan/change';
import { formatEstimate, type Estimate } from '../core/plan/estimate';
import type { Item, Plan, Task } from '../core/plan/model';
import { findPlan } from './findPlan';
import { moveTask } from './moveTask';
import { newItem, type Added } from './newItem';
import { seen } from './seen';
import { set, wishesFor } from './set';
import type { Outcome, Writing } from './verb';

/** A task, and the tasks that are split off it. */
export interface SplitWish {
  readonly plan: Plan;
  readonly task: Task;
  /** What each new task says. */
  readonly parts: readonly Pick<ItemWish, 'title' | 'due' | 'changes'>[];
  /** Whether the new tasks are its subtasks, or stand behind it. */
  readonly as: 'under' | 'after';
  /** Whether all get an equal part of its estimate, or nothing is said of estimates. */
  readonly estimate: 'share' | 'leave';
}

/**
 * What each gets where the estimate of a task is shared, and the whole of it. A task with subtasks is as large as they
 * are, so that it keeps its own.
 * @returns undefined where there is no estimate
 */
export function estimateShare({
  plan: { settings },
  task: { estimate },
  parts,
  as,
}: SplitWish): { readonly whole: string; readonly part: string } | undefined {
  const count = parts.length + (as === 'after' ? 1 : 0);
  return estimate && count > 0
    ? {
        whole: formatEstimate(estimate, settings.hours),
        part: formatEstimate(partOf(estimate, count), settings.hours),
      }
    : undefined;
}

/** Splits tasks off another one, each with an id of its own. Resolves to the new tasks. */
export async function splitTask(writing: Writing, wish: SplitWish): Promise<Outcome<readonly Task[]>> {
  const { store } = writing;
  const { plan, task, parts } = wish;
  const milestone = plan.milestones.find(({ key }) => key === task.milestone)?.uid;
  const home = { plan: plan.uid, kind: 'task', ...(milestone !== undefined && { milestone }) } as const;
  const share = wish.estimate === 'share' ? estimateShare(wish)?.part : undefined;
  const places: Added[] = [];
  for (const part of parts) {
    const changes = [...estimateOf(part, share), ...(part.changes ?? [])];
    const added = await newItem(writing, { ...home, ...part, changes });
    if (!added.ok) {
      return added;
    }
    // The next one gets another id only once this one has been read.
    await seen(writing, added.value.edit);
    places.push(added.value);
  }
  const now = findPlan(store.snapshot, plan.uid)?.facts.plan ?? plan;
  const made = places.flatMap(({ file, line }) =>
    now.tasks.filter(one => one.file === file && (!one.inline || one.line === line)),
  );
  const own = now.tasks.find(({ uid }) => uid === task.uid);
  const placed = own && (await place(writing, now, own, made, wish.as));
  if (placed && !placed.ok) {
    return placed;
  }
  const left =
    wish.as === 'after' && share !== undefined ? wishesFor<Item>(plan, [task], () => [setTo(share)]) : [];
  const changed = await set(writing, left);
  return changed.ok ? { ok: true, value: made } : changed;
}

/** Files without a list stand in the order of their names, which is that of their ids. */
async function place(
  writing: Writing,
  plan: Plan,
  task: Task,
  tasks: readonly Task[],
  as: SplitWish['as'],
): Promise<Outcome<unknown>> {
  const moved = await moveTask(writing, { plan, tasks, to: { kind: as, uid: task.uid } });
  if (!moved.ok && moved.problem.code === 'in-no-list' && as === 'after') {
    const parent = plan.tasks.find(({ key }) => key === task.parent);
    return parent
      ? moveTask(writing, { plan, tasks, to: { kind: 'under', uid: parent.uid } })
      : { ok: true, value: undefined };
  }
  return moved;
}

function estimateOf(
  { changes = [] }: SplitWish['parts'][number],
  share: string | undefined,
): readonly Change[] {
  const saysOwn = changes.some(change => change.kind === 'set' && change.field === 'estimate');
  return share === undefined || saysOwn ? [] : [setTo(share)];
}

function setTo(value: string): Change {
  return { kind: 'set', field: 'estimate', value };
}

/** One of so many equal parts of an estimate. */
function partOf(estimate: Estimate, parts: number): Estimate {
  const { value, three } = estimate;
  const [o = 0, m = 0, p = 0] = three ?? [];
  return {
    unit: estimate.unit,
    value: value / parts,
    ...(three && { three: [o / parts, m / parts, p / parts] }),
  };
}
