import { formatEstimate } from '../../plan/estimate';
import type { Estimate } from '../../plan/estimate';
import type { ChecklistItem, Item, Milestone, Plan, Risk, Task } from '../../plan/model';
import type { PlanProblem } from '../../plan/problem';

/** One difference between two states of a plan. */
export interface PlanChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: Item['kind'];
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** Only for `changed`: the field by its name in the plan format, e.g. `due`. */
  readonly field?: string;
  /** Only for `changed`: the values as text, '' for none. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * What differs between two states of one plan, field by field: milestones, then tasks, then risks, in the
 * order of `after` with removed items last. Items are matched by key, and where a key is used twice by file.
 * An item whose file could not be read in the other state is neither added nor removed: {@link unreadFiles}.
 */
export function diffPlans(before: Plan, after: Plan): readonly PlanChange[] {
  const last = lastDiffs.get(after);
  if (last?.before === before) {
    return last.changes;
  }
  const changes = diffBetween(before, after);
  lastDiffs.set(after, { before, changes });
  return changes;
}

/** Several views ask for the same two states, and again whenever they are drawn. */
const lastDiffs = new WeakMap<Plan, { readonly before: Plan; readonly changes: readonly PlanChange[] }>();

function diffBetween(before: Plan, after: Plan): readonly PlanChange[] {
  const isThere = { before: readerOf(before), after: readerOf(after) };
  const { hours } = after.settings;
  return [
    ...diffItems(before.milestones, after.milestones, changedFields(milestoneFields, hours), isThere),
    ...diffItems(before.tasks, after.tasks, changedFields(taskFields, hours), isThere),
    ...diffItems(before.risks, after.risks, changedFields(riskFields, hours), isThere),
  ];
}

/** Files that could not be read in one of two states of a plan, so that it is not known what changed in them. */
export function unreadFiles(before: Plan, after: Plan): readonly PlanProblem[] {
  const unread = [...unreadableIn(before), ...unreadableIn(after)];
  return unread.filter(({ file }, index) => unread.findIndex(other => other.file === file) === index);
}

function unreadableIn(plan: Plan): readonly PlanProblem[] {
  return plan.problems.filter(({ message }) => message.code === 'unreadable');
}

/** Tells whether a file, were it in this state of the plan, would have been read. */
function readerOf(plan: Plan): (file: string) => boolean {
  const unread = unreadableIn(plan).map(({ file }) => file);
  return file => !unread.some(path => file === path || file.startsWith(`${path}/`));
}

function diffItems<T extends Item>(
  before: readonly T[],
  after: readonly T[],
  changesBetween: (twin: T, item: T) => readonly PlanChange[],
  isThere: { readonly before: (file: string) => boolean; readonly after: (file: string) => boolean },
): readonly PlanChange[] {
  const left = new Twins(before);
  const changes: PlanChange[] = [];
  for (const item of after) {
    const twin = left.take(item);
    if (twin) {
      const fields = changesBetween(twin, item);
      if (fields.length > 0) {
        changes.push(...fields);
      }
    } else if (isThere.before(item.file)) {
      changes.push({ change: 'added', ...describe(item) });
    }
  }
  for (const item of left.rest().filter(({ file }) => isThere.after(file))) {
    changes.push({ change: 'removed', ...describe(item) });
  }
  return changes;
}

/** Items of the earlier state that have not been found in the later one. Nearly all ids are used once. */
class Twins<T extends Item> {
  private readonly left = new Map<string, T | T[]>();

  constructor(items: readonly T[]) {
    for (const item of items) {
      const name = identity(item);
      const known = this.left.get(name);
      if (Array.isArray(known)) {
        known.push(item);
      } else {
        this.left.set(name, known ? [known, item] : item);
      }
    }
  }

  /** Removes and returns the item that `item` was before: the one in the same file, else the first. */
  take(item: T): T | undefined {
    const name = identity(item);
    const known = this.left.get(name);
    if (!Array.isArray(known)) {
      this.left.delete(name);
      return known;
    }
    const sameFile = known.findIndex(twin => twin.file === item.file);
    return known.splice(Math.max(0, sameFile), 1)[0];
  }

  /** In the order of the earlier state. */
  rest(): T[] {
    return [...this.left.values()].flat() as T[];
  }
}

interface KnownChanges {
  readonly twin: Item;
  readonly hours: number;
  readonly changes: readonly PlanChange[];
}

/** By what an item is now: an edit leaves nearly all items of both sides the same objects. */
const known = new WeakMap<Item, KnownChanges>();

function changedFields<T extends Item>(
  fieldsOf: (item: T, hours: number) => Record<string, string>,
  hours: number,
): (twin: T, item: T) => readonly PlanChange[] {
  return (twin, item) => {
    const last = known.get(item);
    if (last?.twin === twin && last.hours === hours) {
      return last.changes;
    }
    const old = fieldsOf(twin, hours);
    const changes = Object.entries(fieldsOf(item, hours)).flatMap(([field, to]): PlanChange[] => {
      const from = old[field] ?? '';
      return from === to ? [] : [{ change: 'changed', ...describe(item), field, from, to }];
    });
    known.set(item, { twin, hours, changes });
    return changes;
  };
}

/** A checklist task without an id is told by its title; its uid moves with its line. */
function identity(item: Item): string {
  return item.id === '' ? `\n${item.title}` : item.key;
}

function describe(item: Item): Pick<PlanChange, 'kind' | 'id' | 'key' | 'title'> {
  return { kind: item.kind, id: item.id, key: item.key, title: item.title };
}

function milestoneFields(milestone: Milestone): Record<string, string> {
  return {
    title: milestone.title,
    status: milestone.status,
    start: milestone.start ?? '',
    due: milestone.due ?? '',
    owner: milestone.owner ?? '',
    labels: milestone.labels.join(', '),
    health: milestone.health ?? '',
    health_note: milestone.healthNote ?? '',
    checklist: checked(milestone.checklist),
  };
}

function taskFields(task: Task, hours: number): Record<string, string> {
  const estimate = (value: Estimate | undefined): string => (value ? formatEstimate(value, hours) : '');
  return {
    title: task.title,
    status: task.status,
    milestone: task.milestone ?? '',
    parent: task.parent ?? '',
    assignee: task.assignees.join(', '),
    priority: task.priority ?? '',
    labels: task.labels.join(', '),
    estimate: estimate(task.estimate),
    remaining: estimate(task.remaining),
    spent: estimate(task.spent),
    start: task.start ?? '',
    due: task.due ?? '',
    depends_on: task.dependsOn.map(dependency => dependency.text).join(', '),
    needs: task.needs.map(need => `${need.resource} ${need.amount}`).join(', '),
    blocked: task.blocked ?? '',
    until: task.until ?? '',
    branch: task.branches.join(', '),
    commits: task.handLinks.map(link => `${link.not ? '!' : ''}${link.hash.slice(0, 12)}`).join(', '),
    criteria: checked(task.checklist),
  };
}

function riskFields(risk: Risk, hours: number): Record<string, string> {
  return {
    title: risk.title,
    status: risk.status,
    probability:
      risk.chance === undefined ? (risk.probability?.toString() ?? '') : `${percent(risk.chance)}%`,
    impact: risk.impact?.toString() ?? '',
    delay: risk.delay ? formatEstimate(risk.delay, hours) : '',
    response: risk.response ?? '',
    owner: risk.owner ?? '',
    review: risk.review ?? '',
    trigger: risk.trigger ?? '',
    milestone: risk.milestone ?? '',
    tasks: risk.tasks.join(', '),
  };
}

/** As a file writes it, without the noise of fractions. */
function percent(share: number): number {
  return Number((share * 100).toFixed(9));
}

function checked(items: readonly ChecklistItem[]): string {
  return items.length === 0 ? '' : `${items.filter(item => item.checked).length}/${items.length}`;
}
