import type { Plan, Task } from '../../plan/model';
import { addTo } from '../addTo';
import type { Clue } from './clue';
import type { Commit } from '../graph/history';
import type { IdMatcher } from './idMatcher';

/**
 * Evidence `file` of a commit.
 * @param lines the checklist lines that the commit is known to have changed
 */
export type FileClues = (commit: Commit, lines: readonly string[] | undefined) => readonly Clue[];

const NO_CLUES: readonly Clue[] = [];

/**
 * Compiles evidence `file`: the commit changes the task's own file, at today's path or, since files move
 * when their task is done, at any path of the plan folder whose file name begins with the id. A commit that
 * touches more than `bulkFiles` tasks is bookkeeping and gives none. Of an inline task it is the line that
 * counts, as far as the history tells which lines a commit changed.
 * @param prefix what makes a path of the plan relative to the top of the repository
 */
export function compileFileClues(plan: Plan, prefix: string, matcher: IdMatcher): FileClues {
  const cluesOf = fileTasks(plan, prefix, matcher);
  const inline = new Map<string, Task>();
  for (const task of plan.tasks) {
    if (task.inline && task.key !== '') {
      inline.set(task.key, task);
    }
  }
  return (commit, lines) => {
    let touched: Map<string, Clue> | undefined;
    for (const { path } of commit.files) {
      for (const clue of cluesOf(path)) {
        (touched ??= new Map<string, Clue>()).set(clue.task, clue);
      }
    }
    for (const line of lines ?? []) {
      const task = inline.get(idAtStart(line, matcher) ?? '');
      if (task) {
        (touched ??= new Map<string, Clue>()).set(task.key, fileClue(task.key, prefix + task.file));
      }
    }
    return touched && touched.size <= plan.settings.rules.bulkFiles ? [...touched.values()] : NO_CLUES;
  };
}

/** The task a checklist line is about: its id comes first. */
function idAtStart(line: string, matcher: IdMatcher): string | undefined {
  const first = matcher.findIds(line)[0];
  return first?.start === 0 ? first.key : undefined;
}

/** Tells whose task file a path of the repository is or was; answers are kept. */
function fileTasks(plan: Plan, prefix: string, matcher: IdMatcher): (path: string) => readonly Clue[] {
  const folder = `${prefix}${plan.folder}/`;
  const inside = new Map<string, Clue[]>();
  const outside = new Map<string, Clue[]>();
  for (const task of plan.tasks) {
    if (!task.inline && task.key !== '') {
      const path = prefix + task.file;
      addTo(path.startsWith(folder) ? inside : outside, path, fileClue(task.key, path));
    }
  }
  return path => {
    // Most paths are those of code.
    if (!path.startsWith(folder)) {
      return (outside.size > 0 ? outside.get(path) : undefined) ?? NO_CLUES;
    }
    const clues = inside.get(path);
    if (clues || !path.endsWith('.md')) {
      return clues ?? NO_CLUES;
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    // `back-12 - Title.md` belongs to BACK-12, `notes-on-back-12.md` does not.
    const first = matcher.findBranchIds(name)[0];
    const found = first?.start === 0 ? [fileClue(first.key, path)] : [];
    inside.set(path, found);
    return found;
  };
}

function fileClue(task: string, path: string): Clue {
  return { task, evidence: 'file', strength: 'mentions', reason: { code: 'file', args: [path] } };
}
