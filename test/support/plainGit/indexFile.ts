import { createHash } from 'node:crypto';

/** A file that is to be committed next. */
export interface IndexEntry {
  readonly path: string;
  readonly mode: number;
  readonly id: string;
  /** What the file looked like when its content was taken: the ten numbers of git's index, the mode among them. */
  readonly stat: Buffer;
}

const HEADER = 12;
const STAT = 40;
const ID = 20;
const CHECKSUM = 20;
/** Offsets in the numbers of a file. */
const MTIME = 8;
const MODE = 24;
const SIZE = 36;

/** The entries of an index in git's order; undefined when it holds more than plain entries (conflicts, other versions). */
export function readIndex(bytes: Buffer): readonly IndexEntry[] | undefined {
  if (bytes.length === 0) return [];
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || bytes.readUInt32BE(4) !== 2) return undefined;
  const entries: IndexEntry[] = [];
  let at = HEADER;
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const flags = bytes.readUInt16BE(at + STAT + ID);
    // Conflicts, and files that git is told to take as unchanged.
    if ((flags & 0xf000) !== 0) return undefined;
    const name = at + STAT + ID + 2;
    const end = bytes.indexOf(0, name);
    entries.push({
      path: bytes.toString('utf8', name, end),
      mode: bytes.readUInt32BE(at + MODE),
      id: bytes.toString('hex', at + STAT, at + STAT + ID),
      stat: bytes.subarray(at, at + STAT),
    });
    at += Math.floor((end - at) / 8) * 8 + 8;
  }
  // What has a small letter changes the meaning of the rest.
  for (; at < bytes.length - CHECKSUM; at += 8 + bytes.readUInt32BE(at + 4)) {
    if (/^[^A-Z]/.test(bytes.toString('latin1', at, at + 1))) return undefined;
  }
  return entries;
}

/** @param entries in git's order */
export function indexBytes(entries: readonly IndexEntry[]): Buffer {
  const header = Buffer.from('DIRC\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(entries.length, 8);
  const parts = entries.map(({ path, id, stat }) => {
    const name = Buffer.from(path);
    const length = STAT + ID + 2 + name.length;
    const bytes = Buffer.alloc(Math.floor(length / 8) * 8 + 8);
    stat.copy(bytes);
    bytes.write(id, STAT, 'hex');
    bytes.writeUInt16BE(Math.min(name.length, 0xfff), STAT + ID);
    name.copy(bytes, STAT + ID + 2);
    return bytes;
  });
  const content = Buffer.concat([header, ...parts]);
  return Buffer.concat([content, createHash('sha1').update(content).digest()]);
}

/** Git's order, by bytes. */
export function inOrder(entries: readonly IndexEntry[]): readonly IndexEntry[] {
  return [...entries].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

/** The numbers of a file as `lstat` with big integers gives them. */
export function statBytes(
  stat: Readonly<Record<'ctimeNs' | 'mtimeNs' | 'dev' | 'ino' | 'uid' | 'gid' | 'size', bigint>>,
  mode: number,
): Buffer {
  const second = 1_000_000_000n;
  const { ctimeNs, mtimeNs, dev, ino, uid, gid, size } = stat;
  const times = [ctimeNs / second, ctimeNs % second, mtimeNs / second, mtimeNs % second];
  const bytes = Buffer.alloc(STAT);
  [...times, dev, ino, BigInt(mode), uid, gid, size].forEach((value, at) =>
    bytes.writeUInt32BE(Number(BigInt.asUintN(32, value)), at * 4),
  );
  return bytes;
}

/** When the file of an entry was written, in seconds. */
export function writtenAt({ stat }: IndexEntry): number {
  return stat.readUInt32BE(MTIME);
}

/** The entry, looking as if the file had changed since. */
export function outdated(entry: IndexEntry): IndexEntry {
  const stat = Buffer.from(entry.stat);
  stat.writeUInt32BE(0, SIZE);
  return { ...entry, stat };
}
