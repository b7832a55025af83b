import type { Message } from '../../base/message';
import type { PlanProblem, Problem, ProblemMessages, Severity } from '../../plan/problem';
import type { Range } from '../../base/text';
import type { ParsedFile } from '../format';
import { FieldReader } from '../../documents/fields';

/** Where the problems of a plan go. */
export type Report = (problem: PlanProblem) => void;

/** The top of a file, for a problem that has no better place. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Reads the fields of a file; their problems carry its path. */
export function readerOf({ path, document }: ParsedFile, report: Report): FieldReader {
  return new FieldReader(document.fields, (problem: Problem) => report({ ...problem, file: path }));
}

export function planProblem(
  file: string,
  range: Range,
  severity: Severity,
  message: Message<ProblemMessages>,
): PlanProblem {
  return { file, range, severity, message };
}

/** A file in `tasks/` or `risks/` that says nothing of itself: no item, and easily one that was forgotten. */
export function reportNoFrontMatter({ path }: ParsedFile, report: Report): void {
  report(planProblem(path, TOP, 'warning', { code: 'missing-id', args: [] }));
}
