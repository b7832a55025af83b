import type { Milestone, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { dueText, shortDueText } from '../dueText';
import { shownHealth } from '../health';
import { milestoneIcon } from '../itemIcons';
import { isMilestoneOver } from '../planIndex';
import type { Row } from '../row';
import { milestoneTooltip } from '../tooltips/milestoneTooltip';
import { checklistRows } from './checklistRows';
import { twiceMark } from './marks';
import type { MilestoneOptions } from '../../shared/milestoneOptions';
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
  const health = shownHealth(milestone, scope.insight?.healths.get(milestone.uid));
  const empty = tasks.length + milestone.checklist.length === 0;
  return {
    id,
    label: milestone.title,
    description,
    icon: milestoneIcon(milestone, scope.today, health?.health),
    context: `milestone:${milestone.status}`,
    expand: empty ? 'none' : expand,
    accessibility: [
      { code: 'ui.milestone-is', args: [milestone.title] },
      health?.word ?? '',
      milestoneSummary(scope, milestone),
    ],
    target: { kind: 'file', root: plan.root, file: milestone.file, line: milestone.line },
    subject: { kind: 'milestone', plan: plan.uid, uid: milestone.uid },
    tooltip: () => milestoneTooltip(scope, milestone),
    children: () => [...taskListRows(scope, id, tasks, options), ...checklistRows(scope, id, milestone)],
  };
}

/** `25 Nov · likely 4 Dec · 73%`: there is room for little in a side bar. */
function milestoneDescription(scope: Scope, milestone: Milestone): Text {
  const { facts, today } = scope;
  const progress = facts.progress.milestones.get(milestone.key);
  return [
    ...(milestone.due && !isMilestoneOver(milestone) ? [shortDueText(milestone.due, today)] : []),
    ...likely(scope, milestone),
    ...(progress && progress.total > 0
      ? [{ code: 'ui.percent' as const, args: [Math.floor(progress.value * 100)] as [number] }]
      : []),
    ...twiceMark(milestone),
  ];
}

/** The day that is kept in 85 % of the forecast, where that is late: else the due date says enough. */
function likely({ insight, findings, today }: Scope, milestone: Milestone): readonly Text[] {
  const late = findings.bySubject
    .get(`milestone:${milestone.uid}`)
    ?.some(({ id }) => id === 'p85-past-due' || id === 'negative-due-float');
  if (!late || insight?.forecast.kind !== 'forecast') {
    return [];
  }
  const own = insight.forecast.milestones.find(one => one.milestone === milestone.key);
  return own?.p85 === undefined
    ? [{ code: 'ui.likely-never', args: [] }]
    : [{ code: 'ui.likely', args: [own.p85, today] }];
}

/** The same in full, for a screen reader. */
function milestoneSummary(scope: Scope, milestone: Milestone): Text {
  const { facts, today } = scope;
  const progress = facts.progress.milestones.get(milestone.key);
  return [
    ...(milestone.due && !isMilestoneOver(milestone) ? [dueText(milestone.due, today)] : []),
    ...likely(scope, milestone),
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
