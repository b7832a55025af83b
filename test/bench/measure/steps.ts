import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Task } from '../../../src/core/plan/model';
import type { BenchStore } from './benchStore';
import { benchStore } from './benchStore';

/** What single changes cost once everything has been read. Milliseconds, one of each step. */
export interface StepsResult {
  /** From the change of a document to its facts. */
  readonly edits: readonly number[];
  /** From a new commit to its facts, without the time that git took. */
  readonly commits: readonly number[];
  /** The time that git took. */
  readonly git: readonly number[];
  readonly processes: number;
}

const STEPS = 15;

/** Changes task files one after another without saving them, then makes commits. */
export async function steps(dir: string): Promise<StepsResult> {
  const bench = benchStore(dir);
  await bench.open();
  const edits = await measureEdits(bench, dir);
  const commits = await measureCommits(bench, dir);
  return { edits, ...commits };
}

async function measureEdits({ store, unsaved }: BenchStore, dir: string): Promise<number[]> {
  const times: number[] = [];
  for (const { file, title, status } of spread(tasksOf(store))) {
    const text = readFileSync(join(dir, file), 'utf8');
    const other = status === 'Done' ? 'In progress' : 'Done';
    const changes = [text.replace(title, `${title} again`), text.replace(status, other)];
    for (const changed of changes) {
      unsaved.set(file, changed);
      const { version } = store.snapshot;
      times.push(
        await timed(() => {
          store.fileChanged(dir, file);
          return store.whenIdle();
        }),
      );
      if (store.snapshot.version === version) throw new Error(`the edit of ${file} changed nothing`);
    }
  }
  return times;
}

async function measureCommits(
  { store, processes }: BenchStore,
  dir: string,
): Promise<Omit<StepsResult, 'edits'>> {
  const [repo] = store.snapshot.repos;
  const tip = repo?.history?.defaultBranch?.tip;
  if (!repo || tip === undefined) throw new Error('no default branch');
  const commits: number[] = [];
  const git: number[] = [];
  let most = 0;
  try {
    let parent = tip;
    for (const { id, title } of spread(tasksOf(store))) {
      parent = await commit(dir, parent, `${title}\n\nTask: ${id}`);
      const { version } = store.snapshot;
      processes.length = 0;
      const whole = await timed(() => {
        store.refsChanged(repo.top);
        return store.whenIdle();
      });
      const inGit = processes.reduce((sum, ms) => sum + ms, 0);
      git.push(inGit);
      commits.push(whole - inGit);
      most = Math.max(most, processes.length);
      if (store.snapshot.version === version) throw new Error('the commit changed nothing');
    }
  } finally {
    execFileSync('git', ['update-ref', 'refs/heads/main', tip], { cwd: dir });
  }
  return { commits, git, processes: most };
}

function tasksOf(store: BenchStore['store']): readonly Task[] {
  return store.snapshot.plans[0]?.plan.tasks.filter(task => !task.inline && task.category !== 'open') ?? [];
}

/** Some of the list, from all parts of it. */
function spread<T>(list: readonly T[]): T[] {
  return Array.from(
    { length: STEPS },
    (_, index) => list[Math.floor(((index + 0.5) / STEPS) * list.length)] as T,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Puts a commit that changes one source file on the default branch and gives its hash. */
async function commit(dir: string, parent: string, message: string): Promise<string> {
  const path = 'src/area1/part1/file1.ts';
  const person = `Ana <ana@example.org> ${1_780_300_000 + message.length} +0100`;
  const input = [
    `commit refs/heads/main\nauthor ${person}\ncommitter ${person}\n`,
    `data ${Buffer.byteLength(message)}\n${message}\nfrom ${parent}\n`,
    `M 100644 inline ${path}\ndata ${Buffer.byteLength(message)}\n${message}\n`,
  ].join('');
  execFileSync('git', ['fast-import', '--quiet', '--date-format=raw'], { cwd: dir, input });
  return execFileSync('git', ['rev-parse', 'refs/heads/main'], { cwd: dir, encoding: 'utf8' }).trim();
}
