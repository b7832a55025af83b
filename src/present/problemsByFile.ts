import type { Plan } from '../core/plan/model';
import type { PlanProblem } from '../core/plan/problem';

/** What is wrong in one file of the plans. */
export interface FileProblems {
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  readonly problems: readonly PlanProblem[];
}

/** The problems of plans, file by file. Two plans may name the same file. */
export function problemsByFile(plans: readonly Plan[]): readonly FileProblems[] {
  const byFile = new Map<string, FileProblems & { readonly problems: PlanProblem[] }>();
  for (const { root, problems } of plans) {
    for (const problem of problems) {
      const { file } = problem;
      const entry = byFile.get(`${root}\0${file}`) ?? { root, file, problems: [] };
      entry.problems.push(problem);
      byFile.set(`${root}\0${file}`, entry);
    }
  }
  return [...byFile.values()];
}
