import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createStore } from '../app/createStore';
import { openReader } from '../app/repositories/openReader';
import { openWriter } from '../app/repositories/openWriter';
import { nodeFiles } from '../app/files/nodeFiles';
import type { Log } from '../app/ports';
import type { Store } from '../app/store';
import type { Snapshot } from '../core/snapshot';
import { Failure } from './failure';
import { keepHeapSmall } from './smallHeap';
import { warn, warnOfGit } from './warn';
import { workspacePlans } from './workspaceSettings';

/** The plans of one folder, read once. */
export interface Session {
  readonly root: string;
  readonly store: Store;
  readonly snapshot: Snapshot;
}

/**
 * Reads the plans below a folder and what git says of them; plans that may be missing are told on standard error.
 * @throws Failure when there is no plan
 */
export async function openSession(folder: string, today: string | undefined): Promise<Session> {
  const session = await readSession(folder, today);
  session.snapshot.roots.flatMap(({ problems }) => problems).forEach(warn);
  return session;
}

/**
 * Reads the plans below a folder and what git says of them, for a command that tells itself which may be missing.
 * @throws Failure when there is no plan
 */
export async function readSession(folder: string, today: string | undefined): Promise<Session> {
  const root = resolve(folder);
  // Tells a folder from a file, and does not throw for a name that no file can have.
  if (!existsSync(`${root}/.`)) {
    throw new Failure({ code: 'cli.no-folder', args: [root] });
  }
  keepHeapSmall();
  const store = createStore({ files: nodeFiles, log: quiet, now: () => Date.now() / 1000, today });
  await store.open({
    roots: [{ id: root, name: basename(root), path: root, ...(await workspacePlans(root)) }],
    git: cwd => openReader({ binary: 'git', cwd }),
    gitWriter: place => openWriter({ binary: 'git' }, place),
  });
  const snapshot = await store.whenIdle();
  if (snapshot.plans.length === 0) {
    const [problem, ...more] = snapshot.roots.flatMap(({ problems }) => problems);
    more.forEach(warn);
    throw new Failure(problem ?? { code: 'cli.no-plan', args: [root] });
  }
  return { root, store, snapshot };
}

/** Opens a session for a command that shows what git says; what git could not say is told on standard error. */
export async function openWithGit(folder: string, today: string | undefined): Promise<Session> {
  const session = await openSession(folder, today);
  warnOfGit(session.snapshot);
  return session;
}

/** A run prints its result; what went wrong on the way is in the snapshot. Defects still show. */
const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (message, error) => {
    throw error instanceof Error ? error : new Error(message);
  },
};
