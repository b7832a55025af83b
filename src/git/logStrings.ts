import type { FileChange } from '../core/evidence/graph/history';

const NOTHING = '0'.repeat(40);

/** What a plan may be written in, in any format. */
const PLAN_FILE = /\.(?:md|markdown|ya?ml)$/i;

interface KnownPath {
  readonly path: string;
  readonly isPlan: boolean;
  /** Of a plan file: what it held before its last seen change; older changes come later. */
  before: string;
  /** Of another file: its changes, one for each status. */
  readonly changes: FileChange[];
}

/**
 * Keeps one copy of the texts that come again and again in a log: people, paths, and object names. Only
 * what can still come again is remembered, since one big table of all object names would stop everything
 * for a tenth of a second whenever it grows.
 */
export class LogStrings {
  private readonly people = new Map<string, string>();
  /** Parents whose own commit is still to come. */
  private readonly parents = new Map<string, string>();
  private readonly paths = new Map<string, KnownPath>();

  person(text: string): string {
    const known = this.people.get(text);
    if (known !== undefined) return known;
    this.people.set(text, text);
    return text;
  }

  parent(hash: string): string {
    const known = this.parents.get(hash);
    if (known !== undefined) return known;
    this.parents.set(hash, hash);
    return hash;
  }

  commit(hash: string): string {
    const known = this.parents.get(hash);
    if (known === undefined) return hash;
    this.parents.delete(hash);
    return known;
  }

  /** The changes of a file that holds no plan share one object, since only their path and status matter. */
  change(path: string, status: string, before: string, after: string): FileChange {
    let known = this.paths.get(path);
    if (!known)
      this.paths.set(path, (known = { path, isPlan: PLAN_FILE.test(path), before: '', changes: [] }));
    if (!known.isPlan) return sharedChange(known, status);
    const old = before === NOTHING ? NOTHING : before;
    const change = {
      path: known.path,
      status,
      before: old,
      after: known.before === after ? known.before : after,
    };
    known.before = old;
    return change;
  }
}

function sharedChange({ path, changes }: KnownPath, status: string): FileChange {
  const known = changes.find(change => change.status === status);
  if (known) return known;
  const change = { path, status, before: '', after: '' };
  changes.push(change);
  return change;
}
