import type { Message } from '../base/message';
import type { RefusalMessages } from '../plan/change';
import { parseDependency } from '../plan/dependency';
import type { Plan, Task } from '../plan/model';
import { nameOf } from '../plan/nameOf';
import { keyFinder } from '../plan/otherIds';
import { parentsOf } from '../plan/parents';

/**
 * The tasks that would wait for each other if one of them also had to wait for another, by their names: from that other
 * one to the one that waits for it, which is named even where it contains that other one. What waits for a milestone waits for its tasks, what waits for a task with subtasks
 * waits for those, and a subtask waits for whatever its parents wait for.
 * @returns undefined where there would be no such circle
 */
export function dependencyCircle(
  { tasks }: Pick<Plan, 'tasks'>,
  waiting: Task,
  first: Task,
): readonly string[] | undefined {
  const byKey = new Map(tasks.map(task => [task.key, task] as const).toReversed());
  const members = grouped(tasks, ({ milestone }) => milestone);
  const children = grouped(tasks, ({ parent }) => parent);
  const own = (task: Task): readonly Task[] =>
    task.dependsOn.flatMap(({ key }) => byKey.get(key) ?? members.get(key) ?? []);
  const waitsFor = (task: Task): readonly Task[] => [
    ...own(task),
    ...parentsOf(task, byKey).flatMap(own),
    ...(children.get(task.key) ?? []),
  ];
  const from = new Map<Task, Task | undefined>([[first, undefined]]);
  // A map is walked in the order in which it grows.
  for (const [task] of from) {
    if (task === waiting || parentsOf(task, byKey).includes(waiting)) {
      return [...way(task, from), ...(task === waiting ? [] : [nameOf(waiting)])];
    }
    waitsFor(task).forEach(next => from.has(next) || from.set(next, task));
  }
  return undefined;
}

/**
 * The tasks that would wait for each other if one of them lay below another, by their names: what contains a task ends
 * with it, and the task waits for all that what contains it waits for.
 * @returns undefined where there would be no such circle
 */
export function nestingCircle(
  { tasks }: Pick<Plan, 'tasks'>,
  task: Task,
  parent: Task,
): readonly string[] | undefined {
  const below = { ...task, parent: parent.key };
  const nested = tasks.map(one => (one === task ? below : one));
  const byKey = new Map(nested.map(one => [one.key, one] as const).toReversed());
  const waited = [below, ...parentsOf(below, byKey)].flatMap(({ dependsOn }) =>
    dependsOn.flatMap(({ key }) => byKey.get(key) ?? []),
  );
  const circle = waited.flatMap(first => {
    const found = dependencyCircle({ tasks: nested }, below, first);
    return found ? [found] : [];
  })[0];
  return circle?.length === 1 ? [nameOf(parent), ...circle] : circle;
}

/**
 * Why a task cannot wait for others: the first circle that would come of it.
 * @param added what it shall wait for beside what it does, as files write it
 */
export function circleRefusal(
  plan: Plan,
  waiting: Task | undefined,
  added: readonly string[],
): Message<RefusalMessages> | undefined {
  const keyOf = keyFinder(plan);
  for (const text of added) {
    const key = keyOf(parseDependency(text)?.id ?? text);
    const first = plan.tasks.find(task => task.key === key);
    const names = waiting && first && dependencyCircle(plan, waiting, first);
    if (names) {
      return { code: 'dependency-circle', args: [names.join(', ')] };
    }
  }
  return undefined;
}

function way(end: Task, from: ReadonlyMap<Task, Task | undefined>): readonly string[] {
  const ids: string[] = [];
  for (let at: Task | undefined = end; at; at = from.get(at)) {
    ids.unshift(nameOf(at));
  }
  return ids;
}

function grouped(
  tasks: readonly Task[],
  keyOf: (task: Task) => string | undefined,
): ReadonlyMap<string, readonly Task[]> {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = keyOf(task);
    if (key !== undefined) {
      const group = groups.get(key) ?? [];
      group.push(task);
      groups.set(key, group);
    }
  }
  return groups;
}
