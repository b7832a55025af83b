import { unreadableAnswer } from './gitFailure';

/** Longest piece that is taken; a commit message or a path beyond it is not git's. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Cuts a stream of bytes at each NUL and hands every piece on as a range of a buffer, which is only valid
 * during the call. Bytes are copied only for a piece that spans chunks.
 */
export class NulSplitter {
  private pending: Buffer[] = [];
  private pendingSize = 0;

  constructor(
    private readonly command: string,
    private readonly onPiece: (bytes: Buffer, start: number, end: number) => void,
  ) {}

  push(chunk: Buffer): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(0, start);
      if (end === -1) break;
      if (this.pending.length > 0) this.flush(chunk.subarray(0, end));
      else this.onPiece(chunk, start, end);
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
  }

  /** Throws when the last piece was not closed. */
  end(): void {
    if (this.pending.length > 0) throw unreadableAnswer(this.command, 'incomplete output');
  }

  private keep(rest: Buffer): void {
    this.pending.push(rest);
    this.pendingSize += rest.length;
    if (this.pendingSize > LONGEST) throw unreadableAnswer(this.command, 'unexpected output');
  }

  private flush(last: Buffer): void {
    const bytes = Buffer.concat([...this.pending, last]);
    this.pending = [];
    this.pendingSize = 0;
    this.onPiece(bytes, 0, bytes.length);
  }
}
