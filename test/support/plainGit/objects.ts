import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { IndexEntry } from './indexFile';

/** Writes an object as a loose file, as git does, and gives its id. */
export function writeObject(gitDir: string, type: 'blob' | 'tree' | 'commit', content: Uint8Array): string {
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const id = createHash('sha1').update(bytes).digest('hex');
  const folder = join(gitDir, 'objects', id.slice(0, 2));
  const file = join(folder, id.slice(2));
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, deflateSync(bytes, { level: 1 }), { mode: 0o444 });
  }
  return id;
}

/** The id that a blob with this content has. */
export function blobId(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** Writes the trees of an index, whose entries are in its order, and gives the id of the top one. */
export function writeTrees(gitDir: string, entries: readonly IndexEntry[], depth = 0): string {
  const lines: { readonly name: string; readonly mode: string; readonly id: string }[] = [];
  for (let at = 0; at < entries.length;) {
    const { path, mode, id } = entries[at] as IndexEntry;
    const slash = path.indexOf('/', depth);
    if (slash === -1) {
      lines.push({ name: path.slice(depth), mode: mode.toString(8), id });
      at++;
      continue;
    }
    const folder = path.slice(0, slash + 1);
    let end = at;
    while (entries[end]?.path.startsWith(folder)) end++;
    const tree = writeTrees(gitDir, entries.slice(at, end), slash + 1);
    lines.push({ name: path.slice(depth, slash), mode: '40000', id: tree });
    at = end;
  }
  const parts = lines.flatMap(({ name, mode, id }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(id, 'hex'),
  ]);
  return writeObject(gitDir, 'tree', Buffer.concat(parts));
}
