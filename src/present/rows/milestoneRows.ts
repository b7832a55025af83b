import type { Milestone, Task } from '../../core/plan/model';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import { groupBy } from '../planIndex';
import { isOver } from '../../core/plan/category';
import type { Row } from '../row';
import { groupedRows, looseRow } from './groupedRows';
import { isFiltered } from './milestoneOptions';
import { type MilestoneOptions } from '../../shared/milestoneOptions';
import { milestoneRow } from './milestoneRow';
import { isMilestoneOver } from '../planIndex';
import { milestoneOrder } from './order';
import { pagedRows } from './pages';
import { planPlace } from './planPlace';
import { gitProblemRows, insightProblemRows, problemsRow, rootProblemRows } from './problemRows';
import { scopeOf, type Scope } from './scope';
import { visibleTasks } from './taskList';

/** The rows of the *Milestones* view. Nothing below the top is built before it is asked for. */
export function milestoneRows(snapshot: Snapshot, options: MilestoneOptions): readonly Row[] {
  const [only, ...more] = snapshot.plans;
  const plans =
    only && more.length === 0
      ? planRows(snapshot, only, options)
      : snapshot.plans.map(facts => planRow(snapshot, facts, options));
  return [
    ...plans,
    ...gitProblemRows(snapshot),
    ...insightProblemRows(snapshot),
    ...rootProblemRows(snapshot),
  ];
}

function planRow(snapshot: Snapshot, facts: PlanFacts, options: MilestoneOptions): Row {
  const { plan, progress } = facts;
  const description: Text = [
    planPlace(snapshot, plan),
    { code: 'ui.done-of', args: [progress.plan.done, progress.plan.total] },
  ];
  return {
    id: `plan:${plan.uid}`,
    label: plan.name,
    description,
    icon: { codicon: 'project' },
    context: 'plan',
    expand: 'expanded',
    accessibility: [{ code: 'ui.plan-is', args: [plan.name] }, description],
    children: () => planRows(snapshot, facts, options),
  };
}

function planRows(snapshot: Snapshot, facts: PlanFacts, options: MilestoneOptions): readonly Row[] {
  const scope = scopeOf(snapshot, facts);
  const id = `plan:${facts.plan.uid}`;
  const rows =
    options.groupBy === 'milestone' ? byMilestone(scope, id, options) : groupedRows(scope, id, options);
  return [...rows, ...problemsRow(scope, id)];
}

function byMilestone(scope: Scope, id: string, options: MilestoneOptions): readonly Row[] {
  const { milestones, tasks } = scope.facts.plan;
  const known = new Set(milestones.map(({ key }) => key));
  const byKey = groupBy(tasks, ({ milestone }) =>
    milestone !== undefined && known.has(milestone) ? milestone : '',
  );
  const filtered = isFiltered(options);
  const shown = [...milestones]
    .filter(({ key }) => !filtered || visibleTasks(scope, byKey.get(key) ?? [], options).size > 0)
    .sort(milestoneOrder(scope, options));
  const first = shown.find(
    milestone =>
      !isMilestoneOver(milestone) && byKey.get(milestone.key)?.some(({ category }) => !isOver(category)),
  );
  const build = (milestone: Milestone): Row => {
    const expand = filtered || milestone === first ? 'expanded' : 'collapsed';
    return milestoneRow(scope, id, milestone, byKey.get(milestone.key) ?? [], options, expand);
  };
  const open = options.showDone ? shown : shown.filter(milestone => !isMilestoneOver(milestone));
  const over = options.showDone ? [] : shown.filter(isMilestoneOver);
  return [
    ...pagedRows(id, open, build),
    ...looseTasks(scope, id, byKey.get('') ?? [], options),
    ...overMilestones(`${id}/over`, over, build),
  ];
}

/** Tasks that belong to no milestone; without an id they cannot be linked, and are still shown. */
function looseTasks(
  scope: Scope,
  id: string,
  tasks: readonly Task[],
  options: MilestoneOptions,
): readonly Row[] {
  const label: Text = { code: 'ui.no-milestone', args: [] };
  return looseRow(scope, `${id}/none`, label, 'inbox', tasks, options);
}

function overMilestones(
  id: string,
  milestones: readonly Milestone[],
  build: (milestone: Milestone) => Row,
): readonly Row[] {
  if (milestones.length === 0) {
    return [];
  }
  const label: Text = { code: 'ui.milestones-over', args: [milestones.length] };
  return [
    {
      id,
      label,
      icon: { codicon: 'check-all', color: 'disabledForeground' },
      context: 'over',
      expand: 'collapsed',
      accessibility: label,
      children: () => pagedRows(id, milestones, build),
    },
  ];
}
