import { fieldsOf, textOf, VALUE_FIELDS } from '../../plan/fields/valueFields';
import type { ChecklistItem, Item, Milestone, Plan, Risk, Task } from '../../plan/model';
import type { PlanProblem } from '../../plan/problem';
import type { PlanSettings } from '../../plan/settings';

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
  const found = diffs.get(after) ?? new WeakMap<Plan, readonly PlanChange[]>();
  diffs.set(after, found);
  let changes = found.get(before);
  if (!changes) {
    changes = diffBetween(before, after);
    found.set(before, changes);
  }
  return changes;
}

/**
 * By the later state, then by the earlier one. Several views ask for the same two states, and again whenever they are
 * drawn; a review compares the files with HEAD, with its base and with the default branch.
 */
const diffs = new WeakMap<Plan, WeakMap<Plan, readonly PlanChange[]>>();

function diffBetween(before: Plan, after: Plan): readonly PlanChange[] {
  const isThere = { before: readerOf(before), after: readerOf(after) };
  const changes = changedFields(after.settings);
  return [
    ...diffItems(before.milestones, after.milestones, changes, isThere),
    ...diffItems(before.tasks, after.tasks, changes, isThere),
    ...diffItems(before.risks, after.risks, changes, isThere),
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

function changedFields(settings: PlanSettings): (twin: Item, item: Item) => readonly PlanChange[] {
  const { hours } = settings;
  return (twin, item) => {
    const last = known.get(item);
    if (last?.twin === twin && last.hours === hours) {
      return last.changes;
    }
    const changes = COMPARED[item.kind].flatMap(([field, text]): PlanChange[] => {
      const [from, to] = [text(twin, settings), text(item, settings)];
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

/** What the fields say that have no line of their own in the table of fields; '' for nothing. */
const OTHERS: {
  readonly milestone: Readonly<Record<string, (milestone: Milestone) => string>>;
  readonly task: Readonly<Record<string, (task: Task) => string>>;
  readonly risk: Readonly<Record<string, (risk: Risk) => string>>;
} = {
  milestone: {
    title: ({ title }) => title,
    status: ({ status }) => status,
    labels: ({ labels }) => labels.join(', '),
    aliases: otherIdsText,
    checklist: ({ checklist }) => checked(checklist),
  },
  task: {
    title: ({ title }) => title,
    status: ({ status }) => status,
    milestone: ({ milestone = '' }) => milestone,
    parent: ({ parent = '' }) => parent,
    assignee: ({ assignees }) => assignees.join(', '),
    labels: ({ labels }) => labels.join(', '),
    aliases: otherIdsText,
    depends_on: ({ dependsOn }) => dependsOn.map(({ text }) => text).join(', '),
    needs: ({ needs }) => needs.map(({ resource, amount }) => `${resource} ${amount}`).join(', '),
    branch: ({ branches }) => branches.join(', '),
    commits: ({ handLinks }) =>
      handLinks.map(({ not, hash }) => `${not ? '!' : ''}${hash.slice(0, 12)}`).join(', '),
    criteria: ({ checklist }) => checked(checklist),
  },
  risk: {
    title: ({ title }) => title,
    status: ({ status }) => status,
    aliases: otherIdsText,
    probability: ({ chance, probability }) =>
      chance === undefined ? (probability?.toString() ?? '') : `${percent(chance)}%`,
    milestone: ({ milestone = '' }) => milestone,
    tasks: ({ tasks }) => tasks.join(', '),
  },
};

function otherIdsText({ otherIds = [] }: Item): string {
  return otherIds.join(', ');
}

type TextOf = (item: Item, settings: PlanSettings) => string;

/** The fields of each kind of item that are compared, in the order of the table, then what stands below them. */
const COMPARED: Readonly<Record<Item['kind'], readonly (readonly [field: string, TextOf])[]>> = {
  milestone: compared('milestone', 'checklist'),
  task: compared('task', 'criteria'),
  risk: compared('risk'),
};

function compared(kind: Item['kind'], ...below: readonly string[]): [string, TextOf][] {
  const others = OTHERS[kind] as Readonly<Record<string, TextOf>>;
  const values = new Map(
    VALUE_FIELDS[kind].map((field): [string, TextOf] => [
      field.name,
      (item, settings) => textOf(field, item, settings),
    ]),
  );
  return [...fieldsOf(kind).map(({ name }) => name), ...below].flatMap((name): [string, TextOf][] => {
    const text = values.get(name) ?? others[name];
    return text ? [[name, text]] : [];
  });
}

/** As a file writes it, without the noise of fractions. */
function percent(share: number): number {
  return Number((share * 100).toFixed(9));
}

function checked(items: readonly ChecklistItem[]): string {
  return items.length === 0 ? '' : `${items.filter(item => item.checked).length}/${items.length}`;
}
