import type { Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { groupBy, indexOf } from '../planIndex';
import { isOver } from '../../core/plan/category';
import type { Row, RowGroup } from '../row';
import { isFiltered, type MilestoneOptions } from '../../shared/milestoneOptions';
import { pagedRows } from './pages';
import type { Scope } from './scope';
import { taskListRows, visibleTasks } from './taskList';

const NOBODY: GroupLook = {
  label: { code: 'ui.nobody', args: [] },
  codicon: 'circle-slash',
  field: 'assignee',
};
const NO_PRIORITY: GroupLook = {
  label: { code: 'ui.no-priority', args: [] },
  codicon: 'tag',
  field: 'priority',
};
const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const;

/** Tasks by status, assignee or priority; a task of two people stands under both. */
export function groupedRows(scope: Scope, id: string, options: MilestoneOptions): readonly Row[] {
  switch (options.groupBy) {
    case 'status':
      return byStatus(scope, id, options);
    case 'assignee':
      return byAssignee(scope, id, options);
    case 'priority':
      return byPriority(scope, id, options);
    case 'milestone':
      return [];
  }
}

/** What a group of tasks is called, and what they share. */
export interface GroupLook extends Pick<RowGroup, 'field' | 'value'> {
  readonly label: Text;
  readonly codicon: string;
}

/** One group of tasks; none when no task passes the filter. */
export function looseRow(
  scope: Scope,
  id: string,
  { label, codicon, ...shared }: GroupLook,
  tasks: readonly Task[],
  options: MilestoneOptions,
): readonly Row[] {
  const visible = visibleTasks(scope, tasks, options);
  if (visible.size === 0) {
    return [];
  }
  // Counted as progress is: without what was dropped, and a task with subtasks by those.
  const { byParent } = indexOf(scope.facts);
  const counted = [...visible].filter(({ category, key }) => category !== 'dropped' && !byParent.has(key));
  const done = counted.filter(({ category }) => category === 'done').length;
  const description: Text = { code: 'ui.done-of', args: [done, counted.length] };
  return [
    {
      id,
      label,
      description,
      icon: { codicon },
      context: 'group',
      group: { kind: 'group', plan: scope.facts.plan.uid, ...shared },
      expand: isFiltered(options) ? 'expanded' : 'collapsed',
      accessibility: [label, description],
      children: () => taskListRows(scope, id, tasks, options),
    },
  ];
}

function byStatus(scope: Scope, id: string, options: MilestoneOptions): readonly Row[] {
  const { tasks, settings } = scope.facts.plan;
  const groups = groupBy(tasks, ({ status }) => status);
  const known = settings.statuses.map(({ name }) => name);
  const others = [...groups.keys()].filter(name => !known.includes(name)).sort();
  return [...known, ...others].flatMap(name => {
    const group = groups.get(name) ?? [];
    // The whole group is over: a count row inside it would only be one click more.
    const inside = group.every(({ category }) => isOver(category)) ? { ...options, showDone: true } : options;
    const look: GroupLook = { label: name, codicon: 'circle-small-filled', field: 'status', value: name };
    return looseRow(scope, `${id}/status:${name}`, look, group, inside);
  });
}

function byAssignee(scope: Scope, id: string, options: MilestoneOptions): readonly Row[] {
  const { tasks, settings } = scope.facts.plan;
  const pairs = tasks.flatMap(task => task.assignees.map(assignee => ({ assignee, task })));
  const groups = groupBy(pairs, ({ assignee }) => assignee);
  const people = [...groups.keys()].sort((a, b) => a.localeCompare(b));
  const tasksOf = (person: string): Task[] => (groups.get(person) ?? []).map(({ task }) => task);
  const build = (person: string): readonly Row[] => {
    const name = settings.people.find(({ id: known }) => known === person)?.name ?? person;
    const look: GroupLook = { label: name, codicon: 'person', field: 'assignee', value: person };
    return looseRow(scope, `${id}/assignee:${person}`, look, tasksOf(person), options);
  };
  const nobody = tasks.filter(({ assignees }) => assignees.length === 0);
  return [
    ...pagedRows(id, people.flatMap(build), row => row),
    ...looseRow(scope, `${id}/assignee`, NOBODY, nobody, options),
  ];
}

function byPriority(scope: Scope, id: string, options: MilestoneOptions): readonly Row[] {
  const groups = groupBy(scope.facts.plan.tasks, ({ priority }) => priority ?? '');
  return [
    ...PRIORITIES.flatMap(priority => {
      const label: Text = { code: `ui.priority-${priority}`, args: [] };
      const look: GroupLook = { label, codicon: 'tag', field: 'priority', value: priority };
      return looseRow(scope, `${id}/priority:${priority}`, look, groups.get(priority) ?? [], options);
    }),
    ...looseRow(scope, `${id}/priority`, NO_PRIORITY, groups.get('') ?? [], options),
  ];
}
