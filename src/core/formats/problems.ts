import type { Message } from '../base/message';
import type { Range } from '../base/text';
import type { PlanProblem, ProblemMessages, Severity } from '../plan/problem';

/** Where the problems of a plan go. */
export type Report = (problem: PlanProblem) => void;

/** The top of a file, for a problem that has no better place. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A problem in a file of a plan, as plans list them. */
export function planProblem(
  file: string,
  range: Range,
  severity: Severity,
  message: Message<ProblemMessages>,
): PlanProblem {
  return { file, range, severity, message };
}
