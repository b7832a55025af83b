import { addDays } from '../../base/dates';
import type { Task } from '../../plan/model';
import { isStarted } from '../health/outlook';
import type { Found, RuleContext } from './ruleContext';
import { FEWEST_FOR_CUSTOM, isOpen, CUSTOM_SHARE } from './ruleContext';

/**
 * What is missing in tasks that matter now, where the rest of the plan has it: somebody to do what is under way or
 * due soon; an estimate for what a due date waits for.
 */
export function taskCareFindings(context: RuleContext): Found[] {
  const assigned = assigneesAreUsual(context);
  const estimated = estimatedMilestones(context);
  return context.work
    .filter(task => isOpen(task) && isUnderWay(context, task.milestone))
    .flatMap(task => [
      ...(assigned && isNobodys(task, context) && mattersNow(task, context) ? [found(task, 'no-owner')] : []),
      ...(lacksEstimate(task, context) && estimated.has(task.milestone ?? '') && isDue(task, context)
        ? [found(task, 'no-estimate')]
        : []),
    ]);
}

function found(task: Task, id: 'no-owner' | 'no-estimate'): Found {
  return { item: task, id, severity: 'info', reasons: [{ code: id, args: [] }] };
}

function isUnderWay({ outlookOf }: RuleContext, milestone: string | undefined): boolean {
  const status = outlookOf(milestone)?.milestone.status;
  return status !== 'done' && status !== 'dropped';
}

/** A subtask is theirs whose task it belongs to. */
function isNobodys(task: Task, { above }: RuleContext): boolean {
  return [task, ...above(task)].every(({ assignees }) => assignees.length === 0);
}

function mattersNow(task: Task, { plan, today, observed }: RuleContext): boolean {
  const soon = task.due !== undefined && task.due <= addDays(today, plan.settings.rules.dueSoon);
  return soon || isStarted(task, observed);
}

/** Most of what has been begun is somebody's. */
function assigneesAreUsual({ work, observed }: RuleContext): boolean {
  const begun = work.filter(task => isStarted(task, observed));
  return (
    begun.length >= FEWEST_FOR_CUSTOM &&
    begun.filter(({ assignees }) => assignees.length > 0).length >= begun.length * CUSTOM_SHARE
  );
}

function isDue({ due, milestone }: Task, { outlookOf }: RuleContext): boolean {
  return due !== undefined || outlookOf(milestone)?.milestone.due !== undefined;
}

function lacksEstimate(task: Task, { scheduled }: RuleContext): boolean {
  return scheduled(task) !== undefined && !hasEstimate(task);
}

function hasEstimate({ estimate, remaining }: Task): boolean {
  return estimate !== undefined || remaining !== undefined;
}

/** Keys of the milestones of which most open tasks are estimated. */
function estimatedMilestones({ work, scheduled }: RuleContext): ReadonlySet<string> {
  const counts = new Map<string, [estimated: number, all: number]>();
  for (const task of work.filter(one => scheduled(one) !== undefined)) {
    const [estimated, all] = counts.get(task.milestone ?? '') ?? [0, 0];
    counts.set(task.milestone ?? '', [estimated + (hasEstimate(task) ? 1 : 0), all + 1]);
  }
  return new Set(
    [...counts].flatMap(([key, [estimated, all]]) =>
      estimated >= FEWEST_FOR_CUSTOM && estimated >= all * CUSTOM_SHARE ? [key] : [],
    ),
  );
}
