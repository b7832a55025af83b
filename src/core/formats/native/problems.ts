import type { Problem } from '../../plan/problem';
import type { ParsedFile } from '../format';
import { FieldReader } from '../../documents/fields';
import { planProblem, TOP } from '../problems';
import type { Report } from '../problems';

/** Reads the fields of a file; their problems carry its path. */
export function readerOf({ path, document }: ParsedFile, report: Report): FieldReader {
  return new FieldReader(document.fields, (problem: Problem) => report({ ...problem, file: path }));
}

/** A file in `tasks/` or `risks/` that says nothing of itself: no item, and easily one that was forgotten. */
export function reportNoFrontMatter({ path }: ParsedFile, report: Report): void {
  report(planProblem(path, TOP, 'warning', { code: 'missing-id', args: [] }));
}
