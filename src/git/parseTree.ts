/** An entry of a tree object. */
export interface TreeEntry {
  readonly kind: 'file' | 'folder' | 'other';
  readonly name: string;
  readonly id: string;
}

const SPACE = 0x20;

/**
 * Reads the bytes of a tree object whose object names have `idBytes` bytes (20 or 32). Symbolic links and
 * submodules are `other`. Undefined when the bytes are no tree, or hold a name that no path may contain.
 */
export function parseTree(bytes: Buffer, idBytes: number): readonly TreeEntry[] | undefined {
  const entries: TreeEntry[] = [];
  for (let start = 0; start < bytes.length;) {
    const space = bytes.indexOf(SPACE, start);
    const end = space === -1 ? -1 : bytes.indexOf(0, space);
    const next = end + 1 + idBytes;
    if (end === -1 || next > bytes.length) return undefined;
    const name = bytes.toString('utf8', space + 1, end);
    if (name === '' || name === '.' || name === '..' || name.includes('/')) return undefined;
    entries.push({
      kind: kindOf(bytes.toString('latin1', start, space)),
      name,
      id: bytes.toString('hex', end + 1, next),
    });
    start = next;
  }
  return entries;
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '40000' || mode === '040000') return 'folder';
  return mode.startsWith('100') ? 'file' : 'other';
}
