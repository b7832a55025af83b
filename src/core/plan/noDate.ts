import { expectedDay, isNoDay, parseIsoDate } from '../base/dates';
import type { PlanProblem, Problem } from './problem';
import type { Named } from './drafts';

/** What is wrong with the text of a date, which is then as good as missing; undefined for a day that can be read. */
export function dateProblem(key: string, { text, range }: Named, parse = parseIsoDate): Problem | undefined {
  if (isNoDay(text)) {
    return { severity: 'info', range, message: { code: 'no-date', args: [text, 1] } };
  }
  return parse(text) === undefined
    ? { severity: 'warning', range, message: { code: 'bad-value', args: [key, text, expectedDay(text)] } }
    : undefined;
}

/** The problems of a plan with those of one kind of no date made one, at its first place, with their number. */
export function noDateOnce(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  const count = new Map<string, number>();
  for (const { message } of problems) {
    if (message.code === 'no-date') {
      count.set(message.args[0], (count.get(message.args[0]) ?? 0) + 1);
    }
  }
  return count.size === 0 ? problems : problems.flatMap(problem => once(problem, count));
}

function once(problem: PlanProblem, count: Map<string, number>): PlanProblem[] {
  if (problem.message.code !== 'no-date') {
    return [problem];
  }
  const [text] = problem.message.args;
  const places = count.get(text);
  count.delete(text);
  return places === undefined ? [] : [{ ...problem, message: { code: 'no-date', args: [text, places] } }];
}
