import type { Plan } from '../plan/model';
import { addTo } from './addTo';
import type { Clue } from './clue';
import type { History } from './history';
import type { IdMatcher } from './idMatcher';

/**
 * Evidence `file`: the commit changes the task's own file, at today's path or, since files move when
 * their task is done, at any path of the plan folder whose file name begins with the id. A commit that
 * touches more than `bulkFiles` tasks is bookkeeping and gives none. Of an inline task it is the line that
 * counts, as far as the history tells which lines a commit changed.
 * @param prefix what makes a path of the plan relative to the top of the repository
 */
export function fileClues(
  plan: Plan,
  prefix: string,
  history: History,
  matcher: IdMatcher,
  add: (commit: string, clue: Clue) => void,
): void {
  const taskOf = fileTasks(plan, prefix, matcher);
  const inline = new Map(plan.tasks.filter(task => task.inline).map(task => [task.key, task]));
  for (const commit of history.commits.values()) {
    const touched = new Map<string, string>();
    for (const { path } of commit.files) {
      for (const key of taskOf(path)) {
        touched.set(key, path);
      }
    }
    for (const line of history.lineChanges?.get(commit.hash) ?? []) {
      const task = inline.get(idAtStart(line, matcher) ?? '');
      if (task) {
        touched.set(task.key, prefix + task.file);
      }
    }
    if (touched.size <= plan.settings.rules.bulkFiles) {
      for (const [task, path] of touched) {
        add(commit.hash, {
          task,
          evidence: 'file',
          strength: 'mentions',
          reason: { code: 'file', args: [path] },
        });
      }
    }
  }
}

/** The task a checklist line is about: its id comes first. */
function idAtStart(line: string, matcher: IdMatcher): string | undefined {
  const first = matcher.findIds(line)[0];
  return first?.start === 0 ? first.key : undefined;
}

/** Tells whose task file a path of the repository is or was; answers are kept. */
export function fileTasks(
  plan: Plan,
  prefix: string,
  matcher: IdMatcher,
): (path: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const task of plan.tasks) {
    if (!task.inline) {
      addTo(known, prefix + task.file, task.key);
    }
  }
  const folder = `${prefix}${plan.folder}/`;
  return path => {
    if (!path.startsWith(folder) || !path.endsWith('.md')) {
      return known.get(path) ?? [];
    }
    let keys = known.get(path);
    if (!keys) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      // `back-12 - Title.md` belongs to BACK-12, `notes-on-back-12.md` does not.
      const first = matcher.findBranchIds(name)[0];
      keys = first?.start === 0 ? [first.key] : [];
      known.set(path, keys);
    }
    return keys;
  };
}
