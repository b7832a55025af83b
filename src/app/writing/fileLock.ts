import { randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { detailOf } from '../files/nodeFiles';

/** Milliseconds after which a holder says again that it is at work. */
const RENEWED_MS = 10_000;

/** Milliseconds after which a holder that has not said so is taken for gone. */
const ABANDONED_MS = 60_000;

/** Milliseconds for which another holder is waited for, and between two looks at it. */
const PATIENCE_MS = 2_000;
const LOOK_MS = 10;

/** Whoever holds a lock, as the lock names it. */
export interface Holder {
  /** The process, as its machine numbers it. */
  readonly process: number;
  readonly host: string;
}

/** A lock that this process has taken. */
export interface HeldLock {
  /** Where it lies, absolute. */
  readonly path: string;
  /** Says who holds it, as {@link holderAtWork} reads it; another one after each renewal. */
  readonly name: string;
  /**
   * Says that the holder is at work. To be asked right before what the lock guards.
   * @returns false when another process has taken it over meanwhile
   */
  renew(): Promise<boolean>;
  /** Gives it back. What cannot be given back is taken over once this process has ended. */
  release(): Promise<void>;
}

/** The name of the one file in a lock that nobody holds. */
const FREE = 'free.milepost';

/** The one file in a lock that is held: last sign of its holder, process, numbering, start, number, host. */
const HELD = /^(\d{13})-(\d{1,10})-(\d+)-([0-9a-f]{12})-(\d+)-([\w.%-]{1,120})$/;

/** Tells this run of the program from an earlier one that had the same process id. */
const START = randomBytes(6).toString('hex');
const HOST = encodeURIComponent(hostname() || 'unknown')
  .replace(/[^\w.%-]/g, '_')
  .slice(0, 120);
const NUMBERING = numbering();

let taken = 0;

/**
 * Takes a lock: a folder that always holds one file, whose name says who has it. It is taken, renewed, given back and
 * taken over by renaming that file. Since no name comes twice, only one of several renames of it succeeds, and a
 * process can never take away a lock that is not the one it has looked at.
 *
 * A holder is gone when its process is (on this machine), or when it has not renewed the lock for a minute.
 * @param path absolute, in a folder that is there
 * @returns the holder when another process still has it after two seconds
 * @throws an error of the file system when no lock can be made there
 */
export async function takeLock(path: string): Promise<HeldLock | Holder> {
  const number = ++taken;
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const names = await statesOf(path);
    const name = nameNow(number);
    const open = names.find(state => state === FREE || isGone(state));
    if (names.length === 0 && (await make(path, name))) {
      return new Held(path, number, name);
    }
    if (open !== undefined && names.length === 1 && (await renamed(join(path, open), join(path, name)))) {
      return new Held(path, number, name);
    }
    if (open !== undefined && names.length > 1) {
      // A copy of the folder may hold two. One of them remains, whoever takes which away.
      await rm(join(path, open), { force: true });
    }
    if (performance.now() > end) {
      return holderOf(names) ?? Promise.reject(inTheWay(path));
    }
    await delay(LOOK_MS);
  }
}

class Held implements HeldLock {
  /** Renewals come one after the other, and none after the one that found the lock taken over. */
  private last = Promise.resolve(true);
  private readonly timer = setInterval(() => {
    // Whoever asks next is told.
    this.renew().catch(() => undefined);
  }, RENEWED_MS).unref();

  constructor(
    readonly path: string,
    private readonly number: number,
    public name: string,
  ) {}

  renew(): Promise<boolean> {
    this.last = this.last.then(async isHeld => {
      const name = nameNow(this.number);
      const isStill = isHeld && (await renamed(join(this.path, this.name), join(this.path, name)));
      this.name = isStill ? name : this.name;
      return isStill;
    });
    return this.last;
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    await this.last.catch(() => undefined);
    await rename(join(this.path, this.name), join(this.path, FREE)).catch(() => undefined);
  }
}

/** The error for something that stands where a lock, or the folder of locks, is to be. */
export function inTheWay(path: string): Error {
  return Object.assign(new Error(path), { code: 'in-the-way', path });
}

/** Gives a new folder to all who may write in the one it is in: several users, or one who is root in a container. */
export async function giveAsParent(path: string): Promise<void> {
  const { mode, uid, gid } = await stat(dirname(path));
  // Only root may, and only root has to.
  await chown(path, uid, gid).catch(() => undefined);
  await chmod(path, mode);
}

/** @returns false when it had that name no longer */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (detailOf(error) === 'ENOENT') {
      return false;
    }
    throw error;
  }
}

/** The files in a lock that say who has it: one, or none where there is no lock yet. */
async function statesOf(path: string): Promise<readonly string[]> {
  try {
    if (!(await lstat(path)).isDirectory()) {
      throw inTheWay(path);
    }
    return (await readdir(path)).filter(name => name === FREE || HELD.test(name)).sort();
  } catch (error) {
    if (detailOf(error) === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

/**
 * Makes a lock that is held from the beginning: a folder can be renamed to where there is none, or an empty one.
 * @returns false when there is one
 */
async function make(path: string, name: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(draft);
    await giveAsParent(draft);
    await writeFile(join(draft, name), '', { flag: 'wx' });
    // An empty one is what a power cut may leave, and Windows does not replace it.
    await rmdir(path).catch(() => undefined);
    await rename(draft, path);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    // Systems have many words for a folder that is there already.
    if (await lstat(path).catch(() => undefined)) {
      return false;
    }
    throw error;
  }
}

function nameNow(number: number): string {
  const time = String(Date.now()).padStart(13, '0');
  return `${time}-${process.pid}-${NUMBERING}-${START}-${number}-${HOST}`;
}

/**
 * The process that took a lock and may still be at what it took it for.
 * @param name as the lock named it then
 * @returns undefined for this process, for one that is gone, and for what names none
 */
export function holderAtWork(name: string): Holder | undefined {
  const holder = isGone(name) ? undefined : holderOf([name]);
  return holder?.process === process.pid && holder.host === HOST ? undefined : holder;
}

function isGone(state: string): boolean {
  const [, time, pid, numbering, start, , host] = HELD.exec(state) ?? [];
  if (Math.abs(Date.now() - Number(time)) > ABANDONED_MS) {
    return true;
  }
  const isHere = host === HOST && numbering === NUMBERING;
  return isHere && (Number(pid) === process.pid ? start !== START : !isAlive(Number(pid)));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return detailOf(error) === 'EPERM';
  }
}

function holderOf(names: readonly string[]): Holder | undefined {
  const [, , pid, , , , host = ''] = names.map(name => HELD.exec(name)).find(found => found) ?? [];
  return pid === undefined ? undefined : { process: Number(pid), host };
}

/** Containers of one machine may share its name, and number their processes each for itself. */
function numbering(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    // Systems without such numberings have one.
    return '0';
  }
}
