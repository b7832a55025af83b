import type { Dismissal } from '../plan/dismissal';
import type { PlanProblem } from '../plan/problem';
import { planProblem } from './problems';

/** The problems of entries of `dismissed:` that name no item of the plan. */
export function unknownItems(
  dismissed: readonly Dismissal[],
  file: string,
  items: readonly { readonly key: string }[],
  keyOf: (id: string) => string,
): PlanProblem[] {
  const named = dismissed.flatMap(({ item }) => item ?? []);
  const keys = new Set(named.length > 0 ? items.map(({ key }) => key) : []);
  return named
    .filter(({ text }) => !keys.has(keyOf(text)))
    .map(({ text, range }) => planProblem(file, range, 'warning', { code: 'unknown-item', args: [text] }));
}
