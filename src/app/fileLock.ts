import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds in which whoever has made a lock has also put its name in. */
const NAMING_MS = 100;

/**
 * Makes a file that stands for the right to write another one. It holds the process and the machine it
 * belongs to; one that a dead process has left behind is taken over.
 * @returns what gives the right back; undefined while another process has it
 * @throws an error of the file system when the file cannot be made
 */
export async function takeLock(path: string): Promise<(() => Promise<void>) | undefined> {
  const isMine = (await make(path)) || ((await isLeftBehind(path)) && (await remake(path)));
  // What cannot be taken away is taken over once this process has ended.
  return isMine ? () => rm(path, { force: true }).catch(() => undefined) : undefined;
}

async function remake(path: string): Promise<boolean> {
  await rm(path, { force: true });
  return make(path);
}

/** @returns false when it is there already */
async function make(path: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') {
      return undefined;
    }
    throw error;
  });
  try {
    await file?.writeFile(nameOf(process.pid));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file?.close();
  }
  return file !== undefined;
}

async function isLeftBehind(path: string): Promise<boolean> {
  const owner = (await ownerOf(path)) || (await delay(NAMING_MS).then(() => ownerOf(path)));
  if (!owner) {
    return true;
  }
  const pid = Number.parseInt(owner, 10);
  return owner === nameOf(pid) && !isAlive(pid);
}

/** Empty when the file is gone, or not named yet. */
async function ownerOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function nameOf(pid: number): string {
  return `${pid} ${hostname()}\n`;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
