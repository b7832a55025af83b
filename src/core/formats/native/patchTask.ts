import type { Plan, Task } from '../../plan/model';
import type { TaskDraft } from '../../plan/resolve';
import { resolvedTask } from '../../plan/resolvedTask';
import type { ParsedFile } from '../format';
import { kindOf } from './items';
import { readerOf } from './problems';
import { readTask } from './readTask';

/**
 * The plan after one file has changed, when the change concerns nothing but the task of that file: what
 * most keystrokes are. Equal to assembling all files again, without looking at the others.
 * @returns undefined when other items may be concerned, or when there is a problem to report
 */
export function patchTask(plan: Plan, before: ParsedFile, after: ParsedFile): Plan | undefined {
  const index = plan.tasks.findIndex(task => task.file === after.path);
  const task = plan.tasks[index];
  if (!task || !isAlone(task, plan)) {
    return undefined;
  }
  const old = read(plan, before);
  const draft = read(plan, after);
  if (!old || !draft || namesOf(old) !== namesOf(draft)) {
    return undefined;
  }
  const patched = resolvedTask(draft.item, task);
  return { ...plan, tasks: plan.tasks.with(index, patched) };
}

/** No other file says anything about the task, and nothing is reported about its own. */
function isAlone(task: Task, plan: Plan): boolean {
  return (
    !task.inline &&
    !task.duplicate &&
    task.reference === undefined &&
    plan.problems.every(problem => problem.file !== task.file)
  );
}

/** The task of a file; undefined when it is none or has a problem. */
function read({ folder, settings }: Plan, file: ParsedFile): TaskDraft | undefined {
  let problems = file.document.problems.length;
  const report = () => void problems++;
  const fields = readerOf(file, report);
  const inside = folder === '' ? file.path : file.path.slice(folder.length + 1);
  if (kindOf(file, inside, fields) !== 'task' || file.document.fields.length === 0) {
    return undefined;
  }
  const draft = readTask(file, fields, settings, report);
  return problems === 0 ? draft : undefined;
}

/** By what the task is known, and how it names others. */
function namesOf({ item, milestone, parent, dependsOn }: TaskDraft): string {
  return JSON.stringify([item.id, milestone?.text, parent?.text, dependsOn.map(({ text }) => text)]);
}
