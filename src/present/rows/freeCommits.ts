import type { Row } from '../row';
import { commitRow } from './commitRow';
import { someRows } from './pages';
import type { Scope } from './scope';

/** The row of the commits without a task, from which a walk through them begins; none where there are none. */
export function freeCommits(
  scope: Scope,
  parentId: string,
  hashes: readonly string[],
  expand?: Row['expand'],
): readonly Row[] {
  const id = `${parentId}/free`;
  const { plan, repo } = scope.facts;
  const build = (hash: string): Row => commitRow(scope, id, hash);
  return someRows(id, 'ui.commits-without-task', 'git-commit', hashes, build, expand).map(row => ({
    ...row,
    context: 'group:free',
    ...(repo ? { subject: { kind: 'plan', plan: plan.uid, repo } } : {}),
  }));
}
