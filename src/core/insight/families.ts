import type { PlanEvidence } from '../evidence/link';
import { differingKeys } from '../evidence/layeredMap';
import { changedTasks } from '../plan/changedTasks';
import type { Plan, Task } from '../plan/model';

/** Whose evidence speaks for whom: that of a task for its parent and for its subtasks, too. */
export interface Families {
  /** Keys of tasks with other evidence than a change of their file. */
  readonly linked: ReadonlySet<string>;
  /** Keys of the parents of those. */
  readonly parentsOfLinked: ReadonlySet<string>;
  /** Keys of tasks with a subtask that is not over. */
  readonly openParents: ReadonlySet<string>;
  /** Done tasks that are expected to have evidence, and how many of them have some. */
  readonly done: number;
  readonly shown: number;
}

const known = new WeakMap<PlanEvidence, { readonly plan: Plan; readonly families: Families }>();

/** The families of a plan; after an edit of tasks without parents only these are looked at. */
export function familiesOf(plan: Plan, evidence: PlanEvidence): Families {
  const last = known.get(evidence);
  if (last?.plan === plan) {
    return last.families;
  }
  const families = (last && afterEdit(last.plan, last.families, plan)) ?? allFamilies(plan, evidence);
  known.set(evidence, { plan, families });
  return families;
}

/** Whether a task is expected to show in git, and can be told from others there. */
export function expectsEvidence({ settings }: Plan, task: Task): boolean {
  return (
    task.id !== '' &&
    !task.duplicate &&
    task.expectsEvidence &&
    !settings.noEvidenceLabels.some(label => task.labels.includes(label))
  );
}

/** Evidence other than a change of its file, for the task, one of its subtasks or its parent. */
export function hasEvidence({ linked, parentsOfLinked }: Families, { key, parent }: Task): boolean {
  const isLinked = (one: string): boolean => linked.has(one) || parentsOfLinked.has(one);
  return isLinked(key) || (parent !== undefined && isLinked(parent));
}

function afterEdit(before: Plan, families: Families, plan: Plan): Families | undefined {
  const changed = before.settings === plan.settings ? changedTasks(before, plan) : undefined;
  if (!changed?.every(([old, now]) => old.parent === undefined && now.parent === undefined)) {
    return undefined;
  }
  let { done, shown } = families;
  const count = (task: Task, by: number): void => {
    if (task.category === 'done' && expectsEvidence(plan, task)) {
      done += by;
      shown += hasEvidence(families, task) ? by : 0;
    }
  };
  for (const [old, now] of changed) {
    count(old, -1);
    count(now, 1);
  }
  return { ...families, done, shown };
}

function allFamilies(plan: Plan, evidence: PlanEvidence): Families {
  const linked = linkedTasks(evidence);
  const parentsOfLinked = new Set<string>();
  const openParents = new Set<string>();
  for (const { parent, key, category } of plan.tasks) {
    if (parent !== undefined && linked.has(key)) {
      parentsOfLinked.add(parent);
    }
    if (parent !== undefined && category !== 'done' && category !== 'dropped') {
      openParents.add(parent);
    }
  }
  const families = { linked, parentsOfLinked, openParents };
  let done = 0;
  let shown = 0;
  for (const task of plan.tasks) {
    if (task.category === 'done' && expectsEvidence(plan, task)) {
      done++;
      shown += hasEvidence({ ...families, done, shown }, task) ? 1 : 0;
    }
  }
  return { ...families, done, shown };
}

type Linked = { readonly of: PlanEvidence['byTask']; readonly keys: ReadonlySet<string> };

/** The last look, by what the maps of evidence after new commits have in common. */
let lastLinked: Linked | undefined;

function linkedTasks({ byTask }: PlanEvidence): ReadonlySet<string> {
  const changed = lastLinked && differingKeys(lastLinked.of, byTask);
  const keys = new Set(changed && lastLinked?.keys);
  for (const key of changed ?? byTask.keys()) {
    if (byTask.get(key)?.some(({ evidence }) => evidence !== 'file')) {
      keys.add(key);
    } else {
      keys.delete(key);
    }
  }
  lastLinked = { of: byTask, keys };
  return keys;
}
