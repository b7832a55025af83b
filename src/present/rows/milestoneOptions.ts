import type { Task } from '../../core/plan/model';
import type { MilestoneOptions } from '../../shared/milestoneOptions';

/** Whether anything is filtered away, beyond what is done. */
export function isFiltered(options: MilestoneOptions): boolean {
  return options.text.trim() !== '' || options.mine || options.atRisk;
}

/** Whether a task itself, whatever its subtasks, passes the filter. */
export function taskFilter(options: MilestoneOptions): (task: Task) => boolean {
  const words = options.text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  const me = withoutAt(options.me ?? '');
  return task =>
    (!options.mine || task.assignees.some(assignee => withoutAt(assignee) === me)) &&
    (words.length === 0 || words.every(word => haystack(task).includes(word)));
}

function haystack(task: Task): string {
  return [task.id, task.title, ...(task.otherIds ?? []), ...task.labels, ...task.assignees]
    .join(' ')
    .toLowerCase();
}

function withoutAt(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}
