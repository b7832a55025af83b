import type { Estimate } from '../../core/plan/estimate';
import type { Dependency, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { isOver } from '../../core/plan/category';
import { isMilestoneOver } from '../planIndex';
import type { Scope } from '../rows/scope';
import type { TooltipPart } from '../row';
import { elsewhereTexts } from '../elsewhereTexts';
import { findingParts } from './findingParts';
import { taskInsightLines } from './insightLines';
import { otherIdsText } from './otherIdsText';

/** Branches that are told one by one. */
const MOST_BRANCHES = 4;

/** What the plan declares about a task, what git shows, and what should be looked at. */
export function taskTooltip(scope: Scope, task: Task): readonly TooltipPart[] {
  const { facts } = scope;
  return [
    { kind: 'heading', text: task.id === '' ? task.title : `${task.id} ${task.title}` },
    {
      kind: 'list',
      items: [
        ...declared(scope, task),
        ...taskInsightLines(scope, task),
        ...observed(scope, task),
        ...elsewhere(scope, task),
      ],
    },
    ...(task.duplicate
      ? [{ kind: 'text' as const, text: { code: 'ui.duplicate', args: [task.id] } as Text }]
      : []),
    ...findingParts(scope, task),
    ...(facts.plan.problems.some(({ file, range }) => file === task.file && range.start.line === task.line)
      ? [{ kind: 'text' as const, text: { code: 'ui.has-problems', args: [] } as Text }]
      : []),
  ];
}

function declared(scope: Scope, task: Task): Text[] {
  const {
    facts: { plan },
    today,
  } = scope;
  const milestone = plan.milestones.find(({ key }) => key === task.milestone);
  const { settings } = plan;
  const names = task.assignees.map(id => settings.people.find(person => person.id === id)?.name ?? id);
  const waits = isOver(task.category) ? [] : task.dependsOn.filter(dependency => !isMet(scope, dependency));
  const lines: (Text | undefined)[] = [
    { code: 'ui.status-is', args: [task.status] },
    task.blocked === undefined || task.blocked === ''
      ? undefined
      : { code: 'ui.blocked-by', args: [task.blocked] },
    task.due ? { code: 'ui.due-is', args: [task.due, today] } : undefined,
    names.length > 0 ? { code: 'ui.assigned-to', args: [names.join(', ')] } : undefined,
    milestone ? { code: 'ui.milestone-is', args: [milestone.title] } : undefined,
    task.priority ? { code: 'ui.priority-is', args: [task.priority] } : undefined,
    task.estimate ? estimateText(task.estimate, settings.hours) : undefined,
    task.labels.length > 0 ? { code: 'ui.labels-are', args: [task.labels.join(', ')] } : undefined,
    otherIdsText(task),
    waits.length > 0 ? { code: 'ui.waits-for', args: [waits.map(({ text }) => text).join(', ')] } : undefined,
  ];
  return lines.filter(line => line !== undefined);
}

/** What no item of the plan is meant by may still be open. */
function isMet({ facts: { plan }, index }: Scope, { key }: Dependency): boolean {
  const task = index.byKey.get(key);
  if (task) {
    return isOver(task.category);
  }
  const milestone = plan.milestones.find(each => each.key === key);
  const tasks = plan.tasks.filter(each => milestone && each.milestone === key);
  return tasks.length > 0
    ? tasks.every(({ category }) => isOver(category))
    : milestone !== undefined && isMilestoneOver(milestone);
}

function estimateText(estimate: Estimate, hours: number): Text {
  return estimate.unit === 'points'
    ? { code: 'ui.estimate-points', args: [round(estimate.value)] }
    : { code: 'ui.estimate-days', args: [round(estimate.value / hours)] };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function observed({ facts: { evidence } }: Scope, task: Task): Text[] {
  if (!evidence || !task.expectsEvidence) {
    return [];
  }
  const state = evidence.observed.get(task.key);
  switch (state?.state) {
    case 'started':
      return [{ code: 'ui.observed-started', args: [state.unmerged.join(', ')] }];
    case 'landed':
      return [{ code: 'ui.observed-landed', args: [] }];
    case 'closed':
      return [{ code: 'ui.observed-closed', args: [] }];
    default:
      return [{ code: 'ui.observed-none', args: [] }];
  }
}

/** How it is on other branches, the one with the latest commits first. */
function elsewhere({ facts }: Scope, { key }: Task): Text[] {
  const all = facts.elsewhere?.tasks.get(key) ?? [];
  const more = all.length - MOST_BRANCHES;
  const lines = all.slice(0, MOST_BRANCHES).flatMap(elsewhereTexts);
  return more > 0 ? [...lines, { code: 'ui.elsewhere-more', args: [more] }] : lines;
}
