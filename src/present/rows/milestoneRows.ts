import type { Milestone, Task } from '../../core/plan/model';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import { groupBy } from '../planIndex';
import { isOver } from '../../core/plan/category';
import type { Row } from '../row';
import { groupedRows, looseRow } from './groupedRows';
import { isFiltered, type MilestoneOptions } from '../../shared/milestoneOptions';
import { milestoneFilter } from './milestoneOptions';
import { milestoneRow } from './milestoneRow';
import { hasLeft } from '../health';
import { milestoneOrder, ordered } from './order';
import { pagedRows } from './pages';
import { overRow } from './overRow';
import { planPlace } from './planPlace';
import { planRow } from './planRow';
import { gitProblemRows, insightProblemRows, problemsRow, rootProblemRows } from './problemRows';
import { scopeOf, type Scope } from './scope';
import { visibleTasks } from './taskList';

/** The rows of the *Milestones* view. Nothing below the top is built before it is asked for. */
export function milestoneRows(snapshot: Snapshot, options: MilestoneOptions): readonly Row[] {
  const [only, ...more] = snapshot.plans;
  const plans =
    only && more.length === 0
      ? planRows(snapshot, only, options)
      : snapshot.plans.map(facts => rowOfPlan(snapshot, facts, options));
  return [
    ...plans,
    ...gitProblemRows(snapshot),
    ...insightProblemRows(snapshot),
    ...rootProblemRows(snapshot),
  ];
}

function rowOfPlan(snapshot: Snapshot, facts: PlanFacts, options: MilestoneOptions): Row {
  const { plan, progress } = facts;
  const description: Text = [
    planPlace(snapshot, plan),
    { code: 'ui.done-of', args: [progress.plan.done, progress.plan.total] },
  ];
  return planRow(`plan:${plan.uid}`, plan, description, () => planRows(snapshot, facts, options));
}

function planRows(snapshot: Snapshot, facts: PlanFacts, options: MilestoneOptions): readonly Row[] {
  const scope = scopeOf(snapshot, facts);
  // VS Code keeps a row expanded or not as it first came: what is looked for comes in rows of its own.
  const id = `plan:${facts.plan.uid}${isFiltered(options) ? '/filtered' : ''}`;
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
  const isShown = milestoneFilter(scope, options);
  const shown = ordered(
    milestones.filter(one => isShown(one) || visibleTasks(scope, byKey.get(one.key) ?? [], options).size > 0),
    milestoneOrder(scope, options),
  );
  const first = shown.find(
    milestone =>
      !hasLeft(milestone, scope.facts) && byKey.get(milestone.key)?.some(({ category }) => !isOver(category)),
  );
  const build = (milestone: Milestone): Row => {
    const expand = filtered || milestone === first ? 'expanded' : 'collapsed';
    return milestoneRow(scope, id, milestone, byKey.get(milestone.key) ?? [], options, expand);
  };
  const isOpen = (milestone: Milestone): boolean => options.showDone || !hasLeft(milestone, scope.facts);
  const open = shown.filter(isOpen);
  const over = shown.filter(milestone => !isOpen(milestone));
  return [
    ...pagedRows(id, open, build),
    ...looseTasks(scope, id, byKey.get('') ?? [], options),
    ...overRow(
      `${id}/over`,
      { label: { code: 'ui.over', args: [] }, description: String(over.length) },
      over,
      build,
    ),
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
  return looseRow(scope, `${id}/none`, { label, codicon: 'inbox', field: 'milestone' }, tasks, options);
}
