import type { Subject } from '../../present/row';
import { RowNode } from '../trees/rowNode';

export type SubjectOf<K extends Subject['kind']> = Extract<Subject, { readonly kind: K }>;

const KINDS: readonly string[] = ['milestone', 'task', 'risk', 'check', 'commit', 'branch'];

/**
 * What a command was run on: the rows selected in a tree (VS Code passes the row that was clicked and all
 * selected ones), or subjects that the panel or another command passes. Empty when run from the palette.
 */
export function subjectsOf(args: readonly unknown[]): readonly Subject[] {
  const [first, all] = args;
  const values: readonly unknown[] = Array.isArray(all) && all.length > 0 ? all : [first].flat();
  return values.flatMap(value => {
    const subject = value instanceof RowNode ? value.row.subject : value;
    return isSubject(subject) ? [subject] : [];
  });
}

/** Those of one kind. */
export function subjectsOfKind<K extends Subject['kind']>(
  args: readonly unknown[],
  kind: K,
): readonly SubjectOf<K>[] {
  return subjectsOf(args).filter((subject): subject is SubjectOf<K> => subject.kind === kind);
}

function isSubject(value: unknown): value is Subject {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'plan' in value &&
    typeof value.kind === 'string' &&
    typeof value.plan === 'string' &&
    KINDS.includes(value.kind)
  );
}
