/** The SHA-1 of some bytes, as 40 hex digits. */
export type Sha1 = (bytes: Uint8Array) => string;

/** A commit as git names it: by what it holds. */
export interface NamedCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  /** `Name <e-mail>`; author and committer are the same. */
  readonly author: string;
  /** Git's raw form: seconds since 1970 and a time zone, such as `1772600000 +0100`. */
  readonly date: string;
  readonly message: string;
}

const encoder = new TextEncoder();

/**
 * Computes the ids that git gives to trees and commits, so that a plan file can name a commit of the story before
 * there is a repository, and where there is no git.
 */
export class ObjectIds {
  private readonly blobs = new Map<string, string>();

  constructor(private readonly sha1: Sha1) {}

  /** @param files texts of plain files by path, with `/` and in ASCII */
  tree(files: ReadonlyMap<string, string>): string {
    const folders = new Map<string, Map<string, string>>();
    const entries: { readonly order: string; readonly head: string; readonly id: string }[] = [];
    for (const [path, text] of files) {
      const slash = path.indexOf('/');
      if (slash === -1) {
        entries.push({ order: path, head: `100644 ${path}\0`, id: this.blob(text) });
        continue;
      }
      const folder = path.slice(0, slash);
      const inside = folders.get(folder) ?? new Map<string, string>();
      folders.set(folder, inside.set(path.slice(slash + 1), text));
    }
    for (const [folder, inside] of folders) {
      // Git sorts a folder as if its name ended with a slash.
      entries.push({ order: `${folder}/`, head: `40000 ${folder}\0`, id: this.tree(inside) });
    }
    entries.sort((a, b) => (a.order < b.order ? -1 : 1));
    return this.id('tree', joined(entries.flatMap(({ head, id }) => [encoder.encode(head), bytesOf(id)])));
  }

  commit({ tree, parents, author, date, message }: NamedCommit): string {
    const lines = [
      `tree ${tree}`,
      ...parents.map(parent => `parent ${parent}`),
      `author ${author} ${date}`,
      `committer ${author} ${date}`,
    ];
    return this.id('commit', encoder.encode(`${lines.join('\n')}\n\n${message}`));
  }

  private blob(text: string): string {
    const known = this.blobs.get(text) ?? this.id('blob', encoder.encode(text));
    this.blobs.set(text, known);
    return known;
  }

  private id(type: 'blob' | 'tree' | 'commit', content: Uint8Array): string {
    return this.sha1(joined([encoder.encode(`${type} ${content.length}\0`), content]));
  }
}

function bytesOf(id: string): Uint8Array {
  return Uint8Array.from(id.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
