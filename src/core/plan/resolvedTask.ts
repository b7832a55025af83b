import type { Values } from './fields/fields';
import { VALUE_FIELDS, valueOf } from './fields/valueFields';
import type { Dependency, Task } from './model';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** What resolving adds to a task. */
export type ResolvedParts = Pick<Task, 'key' | 'uid' | 'duplicate' | 'dependsOn' | 'parent' | 'milestone'>;

/**
 * A task of its parts.
 * @param before the task as it was; it stays that object when it would be the same again
 */
export function resolvedTask(
  item: Omit<Task, keyof ResolvedParts>,
  resolved: ResolvedParts,
  before?: Task,
): Task {
  return before && sameParts(before, resolved) && sameItem(before, item) ? before : joined(item, resolved);
}

const RESOLVED: ReadonlySet<string> = new Set<keyof ResolvedParts>([
  'key',
  'uid',
  'duplicate',
  'dependsOn',
  'parent',
  'milestone',
]);

/** An item that was read again from a file that has changed mostly says the same. */
function sameItem(before: Task, item: Omit<Task, keyof ResolvedParts>): boolean {
  const was = before as unknown as Readonly<Record<string, unknown>>;
  const is = item as unknown as Readonly<Record<string, unknown>>;
  return (
    Object.keys(is).every(name => sameValue(was[name], is[name])) &&
    Object.keys(was).every(name => RESOLVED.has(name) || is[name] !== undefined)
  );
}

function sameValue(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

function sameParts(
  before: Task,
  { key, uid, duplicate, dependsOn, parent, milestone }: ResolvedParts,
): boolean {
  return (
    before.key === key &&
    before.uid === uid &&
    before.duplicate === duplicate &&
    before.parent === parent &&
    before.milestone === milestone &&
    before.dependsOn.length === dependsOn.length &&
    before.dependsOn.every((one, index) => sameDependency(one, dependsOn[index]))
  );
}

function sameDependency(one: Dependency, other: Dependency | undefined): boolean {
  return one.key === other?.key && one.text === other.text && one.lag === other.lag;
}

/**
 * Written out, since objects put together by spreading each get a layout of their own
 * in the engine: reading ten thousand of them takes many times as long, and more memory.
 */
function joined(item: Omit<Task, keyof ResolvedParts>, resolved: ResolvedParts): Task {
  const { reference, otherIds, ...required } = item;
  const { milestone, parent } = resolved;
  const task: Draft<Task> = {
    kind: required.kind,
    id: required.id,
    key: resolved.key,
    uid: resolved.uid,
    title: required.title,
    file: required.file,
    line: required.line,
    status: required.status,
    category: required.category,
    duplicate: resolved.duplicate,
    inline: required.inline,
    expectsEvidence: required.expectsEvidence,
    labels: required.labels,
    dismissed: required.dismissed,
    assignees: required.assignees,
    dependsOn: resolved.dependsOn,
    needs: required.needs,
    branches: required.branches,
    handLinks: required.handLinks,
    links: required.links,
    checklist: required.checklist,
  } satisfies Record<Exclude<keyof Task, Optional>, unknown>;
  if (milestone !== undefined) task.milestone = milestone;
  if (parent !== undefined) task.parent = parent;
  if (otherIds !== undefined) task.otherIds = otherIds;
  if (item.ordinal !== undefined) task.ordinal = item.ordinal;
  for (const field of VALUE_FIELDS.task) {
    const value = valueOf(field, item);
    if (value !== undefined) (task as Record<string, unknown>)[field.property] = value;
  }
  if (reference !== undefined) task.reference = reference;
  return task;
}

/** What a task may lack. A field that is new in the model must be in the table of fields, here or above to compile. */
type Optional = 'milestone' | 'parent' | 'otherIds' | 'ordinal' | 'reference' | keyof Values<'task'>;
