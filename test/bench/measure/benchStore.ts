import { createStore } from '../../../src/app/createStore';
import type { ComputeInsight } from '../../../src/app/ports';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { openReader } from '../../../src/app/repositories/openReader';
import type { FileSource } from '../../../src/app/ports';
import type { Store } from '../../../src/app/store';
import { LAST_DAY } from '../scale/planText';

/** A store over a folder, and what it did with git. */
export interface BenchStore {
  readonly store: Store;
  /** Texts that beat the disk, by path, as unsaved documents of an editor do. */
  readonly unsaved: Map<string, string>;
  /** Milliseconds that each git process took, in the order of their ends. */
  readonly processes: number[];
  open(): Promise<void>;
}

/**
 * A store as the extension opens it. `now` is the last day of the generated history.
 * @param cacheFolder where it keeps what it has read; nowhere by default
 * @param computeInsight where insight is computed; on this thread by default
 */
export function benchStore(dir: string, cacheFolder?: string, computeInsight?: ComputeInsight): BenchStore {
  const unsaved = new Map<string, string>();
  const processes: number[] = [];
  const files: FileSource = {
    ...nodeFiles,
    read: async (root, path) => {
      const text = unsaved.get(path);
      return text === undefined ? nodeFiles.read(root, path) : { kind: 'text', text };
    },
  };
  const store = createStore({
    files,
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: message => console.error(message),
      error: (message, error) => console.error(message, error),
    },
    now: () => LAST_DAY / 1000,
    ...(computeInsight && { computeInsight }),
    ...(cacheFolder !== undefined && { cache: { folder: cacheFolder, version: 'bench' } }),
  });
  const log = (line: string): void => void processes.push(Number(/: (\d+) ms/.exec(line)?.[1] ?? 0));
  return {
    store,
    unsaved,
    processes,
    async open() {
      await store.open({
        roots: [{ id: dir, name: 'bench', path: dir, plans: [] }],
        git: cwd => openReader({ binary: 'git', cwd, log }),
      });
    },
  };
}
