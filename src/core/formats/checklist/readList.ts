import type { PlanProblem } from '../../plan/problem';
import type { CheckLine } from '../../documents/document';
import type { ParsedFile } from '../format';
import type { BoxFile, BoxMilestone } from '../boxes/boxFile';
import { boxMilestone, rangeOf, readBoxTasks } from '../boxes/boxTasks';
import { slug, uniqueNames } from '../boxes/boxText';
import { markProblems, readMarks } from './marks';

/** Reads a checklist: headings with boxes right below them are milestones, boxes are tasks. */
export function readList(file: ParsedFile): BoxFile {
  const { headings, checks } = file.document;
  const unique = uniqueNames();
  const milestones = new Map<number, BoxMilestone>();
  for (const { heading = -1 } of checks) {
    const at = headings[heading];
    if (at && !milestones.has(heading)) {
      const draft = boxMilestone(file, unique(slug(at.text)), at.text, at);
      milestones.set(heading, { draft, declared: false });
    }
  }
  const tasks = readBoxTasks(file, 'tasks', check => {
    const milestone = milestones.get(check.heading ?? -1)?.draft.item.id;
    return { ...readTask(check), ...(milestone === undefined ? {} : { milestone }) };
  });
  return { milestones: [...milestones.values()], tasks, problems: dateProblemsOf(file) };
}

/** What is wrong with the dates of a file. */
export function dateProblemsOf({ path, document }: ParsedFile): PlanProblem[] {
  return document.checks.flatMap(check =>
    markProblems(check.text, rangeOf(check)).map(problem => ({ ...problem, file: path })),
  );
}

/** What the text of a task says, with the marks of Obsidian Tasks. */
export function readTask(check: CheckLine) {
  const { title, id, dependsOn, ...more } = readMarks(check.text);
  const range = rangeOf(check);
  return { id, title, more, dependsOn: dependsOn.map(text => ({ text, id: text, range })) };
}
