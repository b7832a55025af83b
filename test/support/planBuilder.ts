import { idKey } from '../../src/core/plan/ids';
import type { Plan, Task } from '../../src/core/plan/model';
import type { PlanSettings } from '../../src/core/plan/settings';
import { DEFAULT_SETTINGS } from '../../src/core/plan/settings';

/** A task with a file of its own in `plan/tasks/`, open unless said otherwise. */
export function aTask(id: string, fields: Partial<Task> = {}): Task {
  const key = fields.key ?? idKey(id);
  return {
    kind: 'task',
    id,
    key,
    uid: key,
    title: `Title of ${id}`,
    file: `plan/tasks/${id.toLowerCase()}.md`,
    line: 0,
    duplicate: false,
    labels: [],
    dismissed: [],
    status: 'To do',
    category: 'open',
    assignees: [],
    dependsOn: [],
    needs: [],
    branches: [],
    handLinks: [],
    expectsEvidence: true,
    links: [],
    checklist: [],
    inline: false,
    ...fields,
  };
}

/** A plan in `plan/` with the prefix APP. Tasks are given whole or by their ids. */
export function aPlan(
  tasks: readonly (Task | string)[],
  settings: Partial<PlanSettings> = {},
  fields: Partial<Plan> = {},
): Plan {
  return {
    uid: '/repo/plan',
    root: '/repo',
    folder: 'plan',
    format: 'milepost',
    name: 'Plan',
    settings: { ...DEFAULT_SETTINGS, prefix: 'APP', timezone: 'UTC', ...settings },
    milestones: [],
    tasks: tasks.map(task => (typeof task === 'string' ? aTask(task) : task)),
    risks: [],
    problems: [],
    files: [],
    ...fields,
  };
}
