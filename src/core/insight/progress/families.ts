import type { PlanEvidence } from '../../evidence/link';
import { baseOf, differingKeys } from '../../evidence/graph/layeredMap';
import { changedTasks } from '../../plan/changedTasks';
import type { Plan, Task } from '../../plan/model';

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

const known = new WeakMap<Families['linked'], { readonly plan: Plan; readonly families: Families }>();

/** The families of a plan; after an edit of tasks without parents only these are looked at. */
export function familiesOf(plan: Plan, evidence: PlanEvidence): Families {
  const linked = linkedTasks(evidence);
  const last = known.get(linked);
  if (last?.plan === plan) {
    return last.families;
  }
  const families = (last && afterEdit(last.plan, last.families, plan)) ?? allFamilies(plan, linked);
  known.set(linked, { plan, families });
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
export function hasEvidence(
  { linked, parentsOfLinked }: Pick<Families, 'linked' | 'parentsOfLinked'>,
  { key, parent }: Task,
): boolean {
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

function allFamilies(plan: Plan, linked: Families['linked']): Families {
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
      shown += hasEvidence(families, task) ? 1 : 0;
    }
  }
  return { ...families, done, shown };
}

/** What was found last, by what the maps of evidence after new commits have in common. */
const lastLinked = new WeakMap<
  PlanEvidence['byTask'],
  { readonly of: PlanEvidence['byTask']; readonly linked: ReadonlySet<string> }
>();

/** The same set as long as no task is linked for the first time or for the last. */
function linkedTasks({ byTask }: PlanEvidence): ReadonlySet<string> {
  const last = lastLinked.get(baseOf(byTask));
  const isLinked = (key: string): boolean =>
    byTask.get(key)?.some(({ evidence }) => evidence !== 'file') ?? false;
  const different = last && differingKeys(last.of, byTask);
  let linked = last?.linked;
  if (!linked || !different) {
    linked = new Set([...byTask.keys()].filter(isLinked));
  } else {
    const before = linked;
    const turned = [...different].filter(key => isLinked(key) !== before.has(key));
    if (turned.length > 0) {
      const now = new Set(before);
      turned.forEach(key => (before.has(key) ? now.delete(key) : now.add(key)));
      linked = now;
    }
  }
  lastLinked.set(baseOf(byTask), { of: byTask, linked });
  return linked;
}
