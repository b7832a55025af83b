import { MOST_ASSUMED_AT_ALL } from '../mostAssumed';
import type { PlanDraft } from './planDraft';
import type { Ask, NoDates, PlanSchedule } from './planSchedule';

/** So many estimates are asked for at once. */
const ASKED = 5;
/** For so many tasks it is counted what waits for them; counting for all would take long in a large plan. */
const COUNTED = 50;

/** Why nothing is said of the dates of a plan; undefined where they can be worked out, and where nothing is open. */
export function noDatesOf(draft: PlanDraft, { tasks, assumed }: PlanSchedule): NoDates | undefined {
  if (tasks.size === 0) {
    return undefined;
  }
  const unknown = [...tasks.values()].filter(({ remaining }) => remaining.source === 'assumed');
  const counts = { estimated: tasks.size - unknown.length, open: tasks.size };
  if (assumed > MOST_ASSUMED_AT_ALL) {
    return { reason: 'estimates', ...counts, ask: askFor(draft, new Set(unknown.map(({ uid }) => uid))) };
  }
  // A single task has nothing to be put in order with.
  return tasks.size === 1 || isLinked(draft) ? undefined : { reason: 'links', ...counts, ask: [] };
}

/** The schedule without its dates. The work left is known nevertheless. */
export function withoutDates(schedule: PlanSchedule, noDates: NoDates): PlanSchedule {
  const { today, remaining, assumed, assumedDays, cyclic, unlimited } = schedule;
  return {
    today,
    remaining,
    assumed,
    assumedDays,
    cyclic,
    unlimited,
    tasks: new Map(),
    milestones: new Map(),
    path: [],
    noDates,
  };
}

/** Whether people or dependencies put the work into an order. */
function isLinked({ plan, network }: PlanDraft): boolean {
  return (
    plan.settings.people.length > 0 ||
    network.tasks.some(task => task && task.assignees.length > 0) ||
    network.network.before.node.length > 0
  );
}

/** What most waits for first, then what is due first, then in the order of the plan. */
function askFor({ network: { network, tasks }, dueDates }: PlanDraft, unknown: ReadonlySet<string>): Ask[] {
  const { after, order, size } = network;
  const nextOf = (node: number): Int32Array => after.node.subarray(after.first[node], after.first[node + 1]);
  // Counts what can be reached on several ways several times, which is enough to find those worth counting.
  const ways = new Float64Array(size);
  for (const node of order.toReversed()) {
    for (const next of nextOf(node)) {
      ways[node] = (ways[node] as number) + (ways[next] as number) + (tasks[next] ? 1 : 0);
    }
  }
  const countBelow = (node: number): number => {
    const found = new Set<number>(nextOf(node));
    for (const at of found) {
      nextOf(at).forEach(next => found.add(next));
    }
    return [...found].filter(at => tasks[at]).length;
  };
  const dueOf = (node: number): string => dueDates[node] ?? '9';
  return tasks
    .flatMap((task, node) => (task && unknown.has(task.uid) ? [{ uid: task.uid, node }] : []))
    .sort((a, b) => (ways[b.node] as number) - (ways[a.node] as number))
    .slice(0, COUNTED)
    .map(({ uid, node }) => ({ uid, node, dependents: countBelow(node) }))
    .sort((a, b) => b.dependents - a.dependents || dueOf(a.node).localeCompare(dueOf(b.node)))
    .slice(0, ASKED)
    .map(({ uid, dependents }) => ({ uid, dependents }));
}
