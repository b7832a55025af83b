import type { BranchLink } from '../../core/evidence/link';
import type { Text } from '../../words/text';
import { noRows, type Row } from '../row';
import { currentBranch, type Scope } from './scope';

/** A branch that belongs to a task. */
export function branchRow(scope: Scope, parentId: string, link: BranchLink): Row {
  const { plan, repo } = scope.facts;
  const current = currentBranch(scope.history) === link.branch;
  const description: Text = [
    ...(current ? [{ code: 'ui.checked-out' as const, args: [] as [] }] : []),
    link.merged ? { code: 'ui.merged', args: [] } : { code: 'ui.commits', args: [link.commits.length] },
  ];
  return {
    id: `${parentId}/branch:${link.branch}`,
    label: link.branch,
    description,
    icon: { codicon: link.merged ? 'git-merge' : 'git-branch', ...(current ? { color: 'charts.blue' } : {}) },
    context: link.merged ? 'branch:merged' : 'branch:open',
    expand: 'none',
    accessibility: [{ code: 'ui.branch', args: [link.branch] }, description],
    ...(repo ? { subject: { kind: 'branch', plan: plan.uid, repo, branch: link.branch } } : {}),
    tooltip: () => [
      { kind: 'heading', text: link.branch },
      { kind: 'text', text: description },
      ...(link.strength === 'mentions'
        ? [{ kind: 'text' as const, text: { code: 'ui.only-mentions' as const, args: [] as [] } }]
        : []),
    ],
    children: noRows,
  };
}
