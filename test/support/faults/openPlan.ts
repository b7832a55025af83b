import type { CachePlace } from '../../../src/app/cache/cacheFolder';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { createStore } from '../../../src/app/createStore';
import { openReader } from '../../../src/app/repositories/openReader';
import type { FileSource } from '../../../src/app/ports';
import type { Store } from '../../../src/app/store';

/** The day on which the plans of these tests are read. */
export const TODAY = '2026-01-20';

/** A small plan with a task of every kind. */
export const PLAN: Readonly<Record<string, string>> = {
  'plan/project.md': '---\nkey: APP\nname: Harbor\ntimezone: UTC\n---\n',
  'plan/milestones/one.md':
    '---\ntitle: One\ndue: 2026-02-01\n---\n## Tasks\n- [ ] APP-1 First\n- [x] APP-2 Second\n',
  'plan/tasks/three.md': '---\nid: APP-3\ntitle: Third\nstatus: To do\nmilestone: one\n---\n- [ ] works\n',
  'plan/tasks/four.md': '---\nid: APP-4\ntitle: Fourth\nstatus: In progress\nmilestone: one\n---\n',
};

export interface Opened {
  readonly store: Store;
  /** Warnings and errors of the log, as they came. */
  readonly log: string[];
}

export interface OpenOptions {
  /** The git that is run; the one on PATH by default. */
  readonly binary?: string;
  /** Milliseconds without output after which a git is taken as hung. */
  readonly timeoutMs?: number;
  readonly files?: FileSource;
  readonly cache?: CachePlace;
  /** Gets the subcommands of the git processes in the order of their ends. */
  readonly processes?: string[];
}

/** Opens the plans below a folder as an editor would, and waits until files and git are read. */
export async function openPlan(folder: string, options: OpenOptions = {}): Promise<Opened> {
  const { binary = 'git', timeoutMs, files = nodeFiles, cache, processes } = options;
  const log: string[] = [];
  const store = createStore({
    files,
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: message => log.push(message),
      error: (message, error) => log.push(`${message} ${String(error)}`),
    },
    now: () => Date.parse(`${TODAY}T12:00:00Z`) / 1000,
    today: TODAY,
    ...(cache && { cache }),
  });
  const onProcess = (line: string): void => void processes?.push(/^git (\S+):/.exec(line)?.[1] ?? line);
  const root = { id: folder, name: 'repo', path: folder, plans: [] };
  await store.open({
    roots: [root],
    git: cwd => openReader({ binary, cwd, log: onProcess, ...(timeoutMs && { timeoutMs }) }),
  });
  return { store, log };
}
