import { unreadableAnswer } from './gitFailure';

/** What `cat-file --batch` says to one request, in the order of the requests. */
export type ObjectAnswer =
  | { readonly kind: 'object'; readonly id: string; readonly type: string; readonly data: Buffer }
  | { readonly kind: 'too-large'; readonly id: string }
  /** Not there, not to be told apart by the name that was given, or a commit of another repository. */
  | { readonly kind: 'missing' };

/** Larger objects are skipped: nothing that Milepost reads comes near. In bytes. */
export const LARGEST_OBJECT = 32 * 1024 * 1024;

/** All objects of one answer together: a few kilobytes in a repository can unpack to any size. */
const LARGEST_ANSWER = 256 * 1024 * 1024;

const NEWLINE = 0x0a;
/** A request comes back in the answer when its object is missing; longer lines are not git's. */
const LONGEST_LINE = 64 * 1024;
const FOUND = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d{1,15})$/;

/**
 * Reads the bytes of `git cat-file --batch` in pieces of any size. Throws a {@link GitFailure} on others.
 * Whether an answer is still missing at the end is for the one to tell who counts the requests.
 */
export class CatFileParser {
  private line: Buffer = Buffer.alloc(0);
  /** Bytes of the objects that were kept. */
  private held = 0;
  private body:
    { id: string; type: string; data: Buffer | undefined; size: number; filled: number } | undefined;

  constructor(private readonly onAnswer: (answer: ObjectAnswer) => void) {}

  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.body ? this.takeBody(rest) : this.takeLine(rest);
  }

  private takeLine(bytes: Buffer): Buffer {
    const end = bytes.indexOf(NEWLINE);
    const line = Buffer.concat([this.line, end === -1 ? bytes : bytes.subarray(0, end)]);
    if (line.length > LONGEST_LINE) throw unreadableAnswer('cat-file', 'unexpected output');
    this.line = end === -1 ? line : Buffer.alloc(0);
    if (end === -1) return Buffer.alloc(0);
    this.header(line.toString());
    return bytes.subarray(end + 1);
  }

  private header(line: string): void {
    const [, id, type, digits] = FOUND.exec(line) ?? [];
    if (id && type && digits) {
      const size = Number(digits);
      const fits = size <= LARGEST_OBJECT && this.held + size <= LARGEST_ANSWER;
      this.held += fits ? size : 0;
      const data = fits ? Buffer.allocUnsafe(size) : undefined;
      this.body = { id, type, data, size, filled: 0 };
    } else if (/ (?:missing|ambiguous|submodule)$/.test(line)) {
      this.onAnswer({ kind: 'missing' });
    } else {
      throw unreadableAnswer('cat-file', 'unexpected output');
    }
  }

  /** The bytes of an object, and the newline that git puts behind them. */
  private takeBody(bytes: Buffer): Buffer {
    const { body } = this;
    if (!body) return bytes;
    const taken = Math.min(body.size - body.filled, bytes.length);
    if (body.data) bytes.copy(body.data, body.filled, 0, taken);
    body.filled += taken;
    if (taken === bytes.length) return Buffer.alloc(0);
    if (bytes[taken] !== NEWLINE) throw unreadableAnswer('cat-file', 'unexpected output');
    this.body = undefined;
    const { id, type, data } = body;
    this.onAnswer(data ? { kind: 'object', id, type, data } : { kind: 'too-large', id });
    return bytes.subarray(taken + 1);
  }
}
