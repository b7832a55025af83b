import type { Elsewhere } from '../core/insight/otherBranches/elsewhere';
import type { Text } from '../words/text';

/** What differs of a task on one other branch, a sentence for each field. */
export function elsewhereTexts(one: Elsewhere): readonly Text[] {
  return elsewhereFields(one).map(([field, value]) => ({
    code: 'ui.elsewhere',
    args: [field, value ?? '', one.branch],
  }));
}

/** The fields that differ on one other branch, each with its value there: null where the branch has taken it out. */
export function elsewhereFields({
  status,
  start,
  due,
  deleted,
}: Elsewhere): readonly (readonly ['status' | 'start' | 'due' | 'deleted', string | null])[] {
  return [
    ...(deleted ? [['deleted', null] as const] : []),
    ...(status !== undefined ? [['status', status] as const] : []),
    ...(start !== undefined ? [['start', start] as const] : []),
    ...(due !== undefined ? [['due', due] as const] : []),
  ];
}
