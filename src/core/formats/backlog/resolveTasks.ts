import { aliasedKey } from '../../plan/ids';
import type { Category, Task } from '../../plan/model';
import type { PlanProblem, ProblemMessages } from '../../plan/problem';
import type { PlanSettings } from '../../plan/settings';
import type { Message } from '../../message';
import { findField } from '../edit/fieldText';
import { checklistOf } from './checklist';
import type { milestoneFinder } from './milestones';
import { problemAt } from './readTask';
import type { TaskFile } from './readTask';
import { categoryByWord } from './statuses';

/**
 * Gives every task file its key, its category and the keys of what it names. Finished work is history:
 * names that no longer resolve are reported for files in `tasks/` only.
 */
export function resolveTasks(
  files: readonly TaskFile[],
  settings: PlanSettings,
  findMilestone: ReturnType<typeof milestoneFinder>,
  report: (problem: PlanProblem) => void,
): Task[] {
  const aliases = new Set(settings.aliases);
  const keyOf = (id: string) => aliasedKey(id, settings.prefix, aliases);
  const byKey = new Map<string, TaskFile[]>();
  for (const task of files) {
    const key = keyOf(task.id);
    byKey.set(key, [...(byKey.get(key) ?? []), task]);
  }
  const warn = (task: TaskFile, field: string, message: Message<ProblemMessages>) => {
    if (task.place === 'task') {
      report(problemAt(task.file.path, findField(task.file.document, field), 'warning', message));
    }
  };
  return files.map((task, order) => {
    const key = keyOf(task.id);
    const path = task.file.path;
    const others = (byKey.get(key) ?? []).filter(other => other !== task);
    if (others[0]) {
      const args: [string, string] = [task.id, others[0].file.path];
      report(problemAt(path, findField(task.file.document, 'id'), 'warning', { code: 'duplicate-id', args }));
    }
    const milestone = findMilestone(milestoneName(task, byKey, keyOf));
    if (task.milestone !== undefined && milestone === undefined) {
      warn(task, 'milestone', { code: 'unknown-milestone', args: [task.milestone] });
    }
    const parent = parentKey(task, keyOf);
    if (task.parent !== undefined && !byKey.has(keyOf(task.parent))) {
      warn(task, 'parent_task_id', { code: 'unknown-parent', args: [task.parent] });
    }
    for (const id of task.dependencies.filter(dependency => !byKey.has(keyOf(dependency)))) {
      warn(task, 'dependencies', { code: 'unknown-dependency', args: [id] });
    }
    const declared = settings.statuses.find(({ name }) => name.toLowerCase() === task.status.toLowerCase());
    const category = declared?.category ?? categoryByWord(task.status);
    if (!category && task.status !== '') {
      warn(task, 'status', { code: 'unknown-status', args: [task.status] });
    }
    return {
      kind: 'task',
      id: task.id,
      key,
      uid: others.length > 0 ? `${key}@${path}` : key,
      title: task.title,
      file: path,
      line: task.idLine,
      duplicate: others.length > 0,
      labels: task.labels,
      dismissed: [],
      status: declared?.name ?? (task.status || settings.statuses[0]?.name || ''),
      category: categoryAt(task, category ?? 'open'),
      ...(typeof milestone === 'object' ? { milestone: milestone.key } : {}),
      ...(parent !== undefined && byKey.has(parent) ? { parent } : {}),
      assignees: task.assignees,
      ...(task.priority ? { priority: task.priority } : {}),
      ...(task.due ? { due: task.due } : {}),
      dependsOn: task.dependencies.map(text => ({ key: keyOf(text), text })),
      needs: [],
      branches: [],
      handLinks: task.handLinks,
      expectsEvidence: true,
      links: task.links,
      checklist: checklistOf(task.file.document, path),
      inline: false,
      order,
    };
  });
}

/** Where a file lies beats what it says. */
function categoryAt(task: TaskFile, declared: Category): Category {
  return task.place === 'completed' ? 'done' : task.place === 'archived' ? 'dropped' : declared;
}

/** `parent_task_id`, else what a dotted id says: BACK-3.1 belongs to BACK-3. Never the task itself. */
function parentKey(task: TaskFile, keyOf: (id: string) => string): string | undefined {
  const dot = task.id.lastIndexOf('.');
  const named = task.parent ?? (dot === -1 ? undefined : task.id.slice(0, dot));
  const key = named === undefined ? undefined : keyOf(named);
  return key === keyOf(task.id) ? undefined : key;
}

/** The task's own milestone, else that of the nearest parent that has one. */
function milestoneName(
  task: TaskFile,
  byKey: ReadonlyMap<string, readonly TaskFile[]>,
  keyOf: (id: string) => string,
): string {
  const seen = new Set<TaskFile>();
  let at: TaskFile | undefined = task;
  while (at && at.milestone === undefined && !seen.has(at)) {
    seen.add(at);
    at = byKey.get(parentKey(at, keyOf) ?? '')?.[0];
  }
  return at?.milestone ?? '';
}
