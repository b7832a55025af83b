import type { LostLink } from '../../core/evidence/link';
import { lostLinksOf } from '../../core/evidence/hand/lostLinks';
import type { Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { noRows, type Row } from '../row';
import { SHORT_HASH } from './commitRow';
import type { Scope } from './scope';

/** The hand-made links of a task whose commits are on no branch, and not found under another hash. */
export function lostLinkRows(scope: Scope, parentId: string, task: Task): readonly Row[] {
  return lostLinksOf(task, scope.facts.evidence)
    .filter(({ foundAs }) => foundAs === undefined)
    .map(lost => lostLinkRow(scope, parentId, task, lost));
}

function lostLinkRow(
  { facts: { plan }, today }: Scope,
  parentId: string,
  task: Task,
  { link, offBranch }: LostLink,
): Row {
  const { hash, date, subject, file } = link;
  const short = hash.slice(0, SHORT_HASH);
  const label = subject ?? short;
  const description: Text = [
    ...(date === undefined ? [] : [{ code: 'ui.day' as const, args: [date, today] as [string, string] }]),
    { code: offBranch ? 'ui.on-no-branch' : 'ui.not-in-repository', args: [] },
  ];
  return {
    id: `${parentId}/lost:${hash}`,
    label,
    description,
    icon: { codicon: 'git-commit', color: 'problemsWarningIcon.foreground' },
    context: 'lostLink',
    expand: 'none',
    accessibility: [{ code: 'ui.commit', args: [label] }, description],
    target: { kind: 'file', root: plan.root, file: file ?? task.file, line: file ? 0 : task.line },
    subject: { kind: 'lostLink', plan: plan.uid, task: task.uid, hash },
    tooltip: () => [
      { kind: 'heading', text: label },
      { kind: 'text', text: { code: offBranch ? 'ui.off-branch-why' : 'ui.lost-why', args: [hash] } },
    ],
    children: noRows,
  };
}
