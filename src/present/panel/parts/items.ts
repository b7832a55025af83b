import type { Item, Task } from '../../../core/plan/model';
import type { PlanFacts } from '../../../core/snapshot';
import type { ProgressModel } from '../../../shared/panelModel';
import type { TaskModel } from '../../../shared/parts';
import type { ItemModel } from '../../../shared/parts';
import type { Progress } from '../../../core/insight/progress/weighing';
import type { Text } from '../../../words/text';
import { indexOf } from '../../planIndex';
import { clip } from './paging';

const NOTHING: Progress = { total: 0, done: 0, dropped: 0, value: 0, unit: 'count', assumed: 0 };

/** What is shown of an item wherever it is named. */
export function itemModel(item: Item): ItemModel {
  return { kind: item.kind, uid: item.uid, id: item.id, title: clip(item.title) };
}

/**
 * A task as a list of the panel shows it, with its declared status. What is spread stands last, here and wherever many are made: the V8 of
 * Node 20 gives each object that begins with a spread a hidden class of its own.
 */
export function taskModel(task: Task): TaskModel {
  return { status: task.status, category: task.category, ...itemModel(task) };
}

/** The task with a key, from the first plan that has it. */
export function findTask(key: string, plans: readonly PlanFacts[]): Task | undefined {
  for (const facts of plans) {
    const task = indexOf(facts).byKey.get(key);
    if (task) {
      return task;
    }
  }
  return undefined;
}

/** A task by its key; one that no plan has cannot be opened. */
export function taskOf(key: string, plans: readonly PlanFacts[]): TaskModel {
  const task = findTask(key, plans);
  return task ? taskModel(task) : { kind: 'task', uid: '', id: key, title: '', status: '', category: 'open' };
}

/** People as one text, for a row. */
export function people(names: readonly string[]): string {
  return clip(names.join(', '));
}

/** Progress with its counts and what it was computed from. */
export function progressModel(progress: Progress = NOTHING): ProgressModel {
  const basis: Text[] = [{ code: `panel.by-${progress.unit}`, args: [] }];
  if (progress.assumed > 0) {
    basis.push({ code: 'panel.assumed', args: [progress.assumed] });
  }
  if (progress.dropped > 0) {
    basis.push({ code: 'panel.dropped-out', args: [progress.dropped] });
  }
  const { value, done, total, unit } = progress;
  return { value, done, total, unit, basis };
}
