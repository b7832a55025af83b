import type { Subject, SubjectOf } from '../../present/row';
import type { TaskLinks } from '../../verbs/brokenLinks';
import type { RangeOfPlan } from '../../verbs/withoutTask';
import { RowNode } from '../trees/rowNode';

export type { SubjectOf };

/**
 * What a command was run on: the rows selected in a tree (VS Code passes the row that was clicked and all
 * selected ones), or a subject from the panel or the status bar. Empty when run from the palette.
 */
export function subjectsOf(args: readonly unknown[]): readonly Subject[] {
  const [first, all] = args;
  const values: readonly unknown[] = Array.isArray(all) && all.length > 0 ? all : [first];
  return values.flatMap(value => {
    const subject = value instanceof RowNode ? value.row.subject : value;
    return isSubject(subject) ? [subject] : [];
  });
}

/** The subjects of one kind that a command was run on. */
export function subjectsOfKind<K extends Subject['kind']>(
  args: readonly unknown[],
  kind: K,
): readonly SubjectOf<K>[] {
  return subjectsOf(args).filter((subject): subject is SubjectOf<K> => subject.kind === kind);
}

/** The tasks that a command was run on, or under which the commits stand that it was run on. */
export function tasksOf(args: readonly unknown[]): readonly TaskLinks[] {
  return subjectsOf(args).flatMap(subject => {
    const task = subject.kind === 'task' ? subject.uid : subject.kind === 'commit' ? subject.task : undefined;
    return task === undefined ? [] : [{ plan: subject.plan, task }];
  });
}

/** The plan and the ends of a review that a command was run on; undefined from the palette. */
export function rangeOf([first]: readonly unknown[]): RangeOfPlan | undefined {
  const given = first instanceof RowNode ? first.row.subject : first;
  if (!isRecord(given) || typeof given.plan !== 'string') {
    return undefined;
  }
  const { plan, base, head } = given;
  const end = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return { plan, base: end(base), head: end(head) };
}

/** Whether a value from outside has named properties that can be looked at. */
export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const KINDS: readonly unknown[] = [
  'milestone',
  'task',
  'risk',
  'checklistItem',
  'commit',
  'lostLink',
  'branch',
  'plan',
];

function isSubject(value: unknown): value is Subject {
  return isRecord(value) && typeof value.plan === 'string' && KINDS.includes(value.kind);
}
