import type { Plan, Task } from '../plan/model';
import { addTo } from './addTo';
import type { Commit } from './history';
import type { IdMatcher } from './idMatcher';

/**
 * The tasks whose own files a commit changes, with the paths.
 * @param lines the checklist lines that the commit is known to have changed
 */
export type TouchedTasks = (
  commit: Commit,
  lines: readonly string[] | undefined,
) => ReadonlyMap<string, string>;

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Compiles evidence `file`: the commit changes the task's own file, at today's path or, since files move
 * when their task is done, at any path of the plan folder whose file name begins with the id. A commit that
 * touches more than `bulkFiles` tasks is bookkeeping and gives none. Of an inline task it is the line that
 * counts, as far as the history tells which lines a commit changed.
 * @param prefix what makes a path of the plan relative to the top of the repository
 */
export function compileTouchedTasks(plan: Plan, prefix: string, matcher: IdMatcher): TouchedTasks {
  const taskOf = fileTasks(plan, prefix, matcher);
  const inline = new Map<string, Task>();
  for (const task of plan.tasks) {
    if (task.inline) {
      inline.set(task.key, task);
    }
  }
  return (commit, lines) => {
    let touched: Map<string, string> | undefined;
    for (const { path } of commit.files) {
      for (const key of taskOf(path)) {
        (touched ??= new Map<string, string>()).set(key, path);
      }
    }
    for (const line of lines ?? []) {
      const task = inline.get(idAtStart(line, matcher) ?? '');
      if (task) {
        (touched ??= new Map<string, string>()).set(task.key, prefix + task.file);
      }
    }
    return touched && touched.size <= plan.settings.rules.bulkFiles ? touched : NONE;
  };
}

/** The task a checklist line is about: its id comes first. */
function idAtStart(line: string, matcher: IdMatcher): string | undefined {
  const first = matcher.findIds(line)[0];
  return first?.start === 0 ? first.key : undefined;
}

const NO_TASKS: readonly string[] = [];

/** Tells whose task file a path of the repository is or was; answers are kept. */
function fileTasks(plan: Plan, prefix: string, matcher: IdMatcher): (path: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const task of plan.tasks) {
    if (!task.inline) {
      addTo(known, prefix + task.file, task.key);
    }
  }
  const folder = `${prefix}${plan.folder}/`;
  return path => {
    const keys = known.get(path);
    if (keys || !path.startsWith(folder) || !path.endsWith('.md')) {
      return keys ?? NO_TASKS;
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    // `back-12 - Title.md` belongs to BACK-12, `notes-on-back-12.md` does not.
    const first = matcher.findBranchIds(name)[0];
    const found = first?.start === 0 ? [first.key] : [];
    known.set(path, found);
    return found;
  };
}
