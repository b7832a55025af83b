import type { Milestone, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import type { MilestoneOptions } from '../../shared/milestoneOptions';
import { wholePercent } from '../../shared/percent';
import { dueText } from '../dueText';
import { otherHealthText, shownHealth, type ShownHealth } from '../health';
import { milestoneIcon } from '../itemIcons';
import { isMilestoneOver } from '../planIndex';
import type { Row } from '../row';
import { forecastLine } from '../tooltips/insightLines';
import { milestoneTooltip } from '../tooltips/milestoneTooltip';
import { checklistRows } from './checklistRows';
import { twiceMark } from './marks';
import { milestoneDates } from './milestoneDates';
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
  const health = shownHealth(milestone, scope.facts, scope.insight);
  const empty = tasks.length + milestone.checklist.length === 0;
  // VS Code keeps a row expanded or not as it first came: one that gets its first task comes anew.
  const id = `${parentId}/milestone:${milestone.uid}${empty ? '/empty' : ''}`;
  return {
    id,
    label: milestone.title,
    description: milestoneDescription(scope, milestone, health),
    icon: milestoneIcon(milestone, scope.today, health),
    context: `milestone:${milestone.status}`,
    expand: empty ? 'none' : expand,
    accessibility: [
      { code: 'ui.milestone-is', args: [milestone.title] },
      ...milestoneSummary(scope, milestone, health),
    ],
    target: { kind: 'file', root: plan.root, file: milestone.file, line: milestone.line },
    subject: { kind: 'milestone', plan: plan.uid, uid: milestone.uid },
    tooltip: () => milestoneTooltip(scope, milestone),
    children: () => [...taskListRows(scope, id, tasks, options), ...checklistRows(scope, id, milestone)],
  };
}

/** `off track · 2 Dec → 26 Jan · 65%`: what matters most first, since there is room for little in a side bar. */
function milestoneDescription(
  scope: Scope,
  milestone: Milestone,
  health: ShownHealth | undefined,
): readonly Text[] {
  const progress = scope.facts.progress.milestones.get(milestone.key);
  return [
    // That it is not known is said by the icon.
    ...(health && health.health !== 'unknown' && !isMilestoneOver(milestone) ? [health.word] : []),
    ...milestoneDates(scope, milestone),
    ...(progress && progress.total > 0
      ? [{ code: 'ui.percent' as const, args: [wholePercent(progress.value)] as [number] }]
      : []),
    ...twiceMark(milestone),
  ];
}

/** The same in full, for a screen reader. */
function milestoneSummary(
  scope: Scope,
  milestone: Milestone,
  health: ShownHealth | undefined,
): readonly Text[] {
  const { facts, today } = scope;
  const progress = facts.progress.milestones.get(milestone.key);
  return [
    ...(health ? [health.word] : []),
    ...(health?.other ? [otherHealthText(health.other)] : []),
    ...(milestone.due && !isMilestoneOver(milestone) ? [dueText(milestone.due, today)] : []),
    ...forecastLine(scope, milestone),
    ...(progress && progress.total > 0
      ? [
          {
            code: 'ui.progress-is' as const,
            args: [wholePercent(progress.value), progress.done, progress.total] as [number, number, number],
          },
        ]
      : []),
    ...twiceMark(milestone),
  ];
}
