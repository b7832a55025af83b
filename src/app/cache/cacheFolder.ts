import { constants } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBounded } from '../../git/boundedFile';

/** Goes up whenever the layout of what is kept changes. */
const LAYOUT = 1;

/** Milliseconds after which a file that nothing names any more is no other window's work in progress. */
const ABANDONED = 3_600_000;

/** Where the cache lies, and by which build of the product it is written and read. */
export interface CachePlace {
  /** Absolute path of a folder that nobody else writes to; it need not exist. */
  readonly folder: string;
  /** What another build wrote is not read. */
  readonly version: string;
}

/**
 * Files of JSON that can be lost at any time. Each begins with version, length and checksum of what follows; one
 * that does not match is as good as none. Several windows may write at once.
 */
export class CacheFolder {
  private readonly version: string;

  constructor(
    private readonly place: CachePlace,
    private readonly name: string,
  ) {
    this.version = `milepost ${LAYOUT} ${place.version}`;
  }

  private get folder(): string {
    return join(this.place.folder, this.name);
  }

  /** The value that was written under a name; undefined when there is none, or none that can be trusted. */
  async read(name: string): Promise<unknown> {
    const found = await readBounded(join(this.folder, name), { mostBytes: constants.MAX_STRING_LENGTH });
    if (found.kind !== 'bytes') {
      // Whatever the reason, what was cached is read from its source again.
      return undefined;
    }
    const { bytes } = found;
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    if (end >= 0 && bytes.toString('utf8', 0, end) === this.header(body)) {
      return JSON.parse(body.toString('utf8')) as unknown;
    }
    // Else `keep` would take it for what its name says.
    await rm(join(this.folder, name), { force: true });
    return undefined;
  }

  /**
   * Writes a value in one go: whoever reads meanwhile gets the old one or the new one.
   * @param json its JSON
   */
  async write(name: string, json: string): Promise<void> {
    await this.writeBody(name, Buffer.from(json));
  }

  /** Writes a value under a name that tells its content, unless it is there; gives the name. */
  async keep(json: string): Promise<string> {
    const body = Buffer.from(json);
    const name = checksum(Buffer.from(`${this.version}\n${json}`));
    const there = await stat(join(this.folder, name)).catch(() => undefined);
    // Of another size it is damaged, and nobody may have tried to read it. `read` takes care of other damage.
    if (there?.size !== this.header(body).length + 1 + body.length) {
      await this.writeBody(name, body);
    }
    return name;
  }

  private async writeBody(name: string, body: Buffer): Promise<void> {
    const file = join(this.folder, name);
    const draft = `${file}.${randomUUID()}`;
    await mkdir(this.folder, { recursive: true });
    try {
      await writeFile(draft, Buffer.concat([Buffer.from(`${this.header(body)}\n`), body]));
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Removes what has been there for a while and is not to be kept. */
  async prune(keep: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const file = join(this.folder, name);
      const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Infinity);
      if (!keep.has(name) && age > ABANDONED) {
        await rm(file, { force: true });
      }
    }
  }

  private header(body: Buffer): string {
    return `${this.version} ${body.length} ${checksum(body)}`;
  }
}

/** Short and safe as the name of a file. */
export function checksum(bytes: Buffer | string): string {
  return createHash('sha1').update(bytes).digest('hex');
}
