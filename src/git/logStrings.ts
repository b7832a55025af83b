import type { FileChange } from '../core/evidence/history';

const NOTHING = '0'.repeat(40);

/**
 * Keeps one copy of the texts that come again and again in a log: people, paths, and object names. Only
 * what can still come again is remembered, since one big table of all object names would stop everything
 * for a tenth of a second whenever it grows.
 */
export class LogStrings {
  private readonly people = new Map<string, string>();
  /** Parents whose own commit is still to come. */
  private readonly parents = new Map<string, string>();
  /** By path: the path, and what it held before its last seen change; older changes come later. */
  private readonly paths = new Map<string, { readonly path: string; before: string }>();

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

  change(path: string, status: string, before: string, after: string): FileChange {
    const old = before === NOTHING ? NOTHING : before;
    let known = this.paths.get(path);
    if (!known) this.paths.set(path, (known = { path, before: '' }));
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
