import type { Milestone, Task } from '../../core/plan/model';
import type { Text } from '../../shared/text';
import { dueText, shortDueText } from '../dueText';
import { milestoneIcon } from '../itemIcons';
import type { Row } from '../row';
import { milestoneTooltip } from '../tooltips/milestoneTooltip';
import { checklistRows } from './checkRow';
import { twiceMark } from './marks';
import type { MilestoneOptions } from './milestoneOptions';
import type { Scope } from './scope';
import { taskListRows } from './taskList';

/** A milestone with its tasks and its own checklists below it. */
export function milestoneRow(
  scope: Scope,
  parentId: string,
  milestone: Milestone,
  tasks: readonly Task[],
  options: MilestoneOptions,
  expand: Row['expand'],
): Row {
  const { plan } = scope.facts;
  const id = `${parentId}/milestone:${milestone.uid}`;
  const description = milestoneDescription(scope, milestone);
  const empty = tasks.length + milestone.checklist.length === 0;
  return {
    id,
    label: milestone.title,
    description,
    icon: milestoneIcon(milestone, scope.today),
    context: `milestone:${milestone.status}`,
    expand: empty ? 'none' : expand,
    accessibility: [
      { code: 'ui.milestone-is', args: [milestone.title] },
      milestone.health ?? '',
      milestoneSummary(scope, milestone),
    ],
    target: { kind: 'file', root: plan.root, file: milestone.file, line: milestone.line },
    subject: { kind: 'milestone', plan: plan.uid, uid: milestone.uid },
    tooltip: () => milestoneTooltip(scope, milestone),
    children: () => [...taskListRows(scope, id, tasks, options), ...checklistRows(scope, id, milestone)],
  };
}

/** Whether nothing is left to be done for a milestone. */
export function isMilestoneOver({ status }: Milestone): boolean {
  return status === 'done' || status === 'dropped';
}

/** `25 Nov · 73%`: there is room for little in a side bar. */
function milestoneDescription({ facts, today }: Scope, milestone: Milestone): Text {
  const progress = facts.progress.milestones.get(milestone.key);
  return [
    ...(milestone.due && !isMilestoneOver(milestone) ? [shortDueText(milestone.due, today)] : []),
    ...(progress && progress.total > 0
      ? [{ code: 'ui.percent' as const, args: [Math.floor(progress.value * 100)] as [number] }]
      : []),
    ...twiceMark(milestone),
  ];
}

/** The same in full, for a screen reader. */
function milestoneSummary({ facts, today }: Scope, milestone: Milestone): Text {
  const progress = facts.progress.milestones.get(milestone.key);
  return [
    ...(milestone.due && !isMilestoneOver(milestone) ? [dueText(milestone.due, today)] : []),
    ...(progress && progress.total > 0
      ? [
          {
            code: 'ui.progress-is' as const,
            args: [Math.floor(progress.value * 100), progress.done, progress.total] as [
              number,
              number,
              number,
            ],
          },
        ]
      : []),
    ...twiceMark(milestone),
  ];
}
