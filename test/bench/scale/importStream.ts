import { FIRST_DAY, LAST_DAY } from './planText';
import type { Random } from './random';

/** New content by path. */
export type Files = ReadonlyMap<string, string>;

const AUTHORS = ['Ana', 'Li', 'Sam', 'Noor', 'Kim', 'Ben', 'Zoë Müller', 'dependabot[bot]'];

/** Writes the commits of a generated history in the language of `git fast-import`. */
export class ImportStream {
  /** Number of commits so far; also the mark of the last one. */
  count = 0;
  private text: string[] = [];

  constructor(
    private readonly total: number,
    private readonly random: Random,
  ) {}

  /**
   * Adds a commit.
   * @param parents marks, the first parent first
   * @returns its mark
   */
  commit(branch: string, message: string, parents: readonly number[], files: Files): number {
    const mark = ++this.count;
    const time = Math.floor((FIRST_DAY + (mark / this.total) * (LAST_DAY - FIRST_DAY)) / 1000);
    const author = this.random.pick(AUTHORS);
    const mail = `${author.replace(/\W/g, '').toLowerCase()}@example.org`;
    this.text.push(
      `commit refs/heads/${branch}\nmark :${mark}\n`,
      `author ${author} <${mail}> ${time - this.random.below(7200)} +0100\n`,
      `committer ${author} <${mail}> ${time} +0100\n`,
      data(message),
      ...parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} :${parent}\n`),
    );
    for (const [path, text] of files) this.text.push(`M 100644 inline ${path}\n`, data(text));
    return mark;
  }

  /** Removes a branch; its commits stay as far as something else reaches them. */
  remove(branch: string): void {
    this.text.push(`reset refs/heads/${branch}\nfrom ${'0'.repeat(40)}\n\n`);
  }

  /** What has been written since the last call. */
  take(): string {
    const text = this.text.join('');
    this.text = [];
    return text;
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
