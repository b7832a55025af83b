import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlanDocument } from '../../core/documents/document';
import type { ParsedFile } from '../../core/formats/format';
import { branchRanges, type BranchRange } from '../../core/insight/otherBranches/branchRanges';
import {
  branchTasks,
  type BranchChanges,
  type BranchTask,
} from '../../core/insight/otherBranches/branchTasks';
import type { Task } from '../../core/plan/model';
import type { FileAt } from '../../git/readFilesAt';
import type { DocumentCache } from '../files/documentCache';
import type { PlanFolder } from '../files/planFolder';
import type { Repository } from './repository';

/** A plan of a repository, as far as it is read on other branches. */
export interface PlanOnBranches {
  readonly folder: PlanFolder;
  /** See `PlanFacts.prefix`. */
  readonly prefix: string;
}

/** A branch that changes more files of a plan than this moves or imports it. */
const MOST_FILES = 200;
/** How many branches are compared before others may have their turn. */
const BRANCHES_IN_TURN = 20;

/** A plan and a branch that has changed files of it. */
interface Changed {
  readonly plan: PlanOnBranches;
  readonly range: BranchRange;
  /** Relative to the top. */
  readonly files: readonly string[];
}

/**
 * Reads what other branches have changed in plans. Only files that a branch changed are read, as they were where it
 * left and as they are at its end, all by one process; what has been read before is remembered by these two commits.
 */
export class OtherBranches {
  private readonly known = new Map<string, readonly BranchTask[]>();
  /** For which they are known. */
  private configuring: readonly PlanDocument[] = [];

  constructor(
    private readonly repo: Pick<Repository, 'git' | 'history'>,
    private readonly cache: DocumentCache,
  ) {}

  /** @returns what each of the plans has on other branches, in the order of the plans */
  async read(
    plans: readonly PlanOnBranches[],
    signal: AbortSignal,
  ): Promise<readonly (readonly BranchChanges[])[]> {
    this.forget(plans);
    const ranges = this.repo.history ? branchRanges(this.repo.history) : [];
    const changed = plans.map(plan =>
      ranges.flatMap((range): readonly Changed[] => {
        const files = [...range.files.keys()].filter(path => isOf(plan, path));
        return files.length === 0 || files.length > MOST_FILES ? [] : [{ plan, range, files }];
      }),
    );
    await this.readNew(changed.flat(), signal);
    return changed.map(list =>
      list.flatMap(({ plan, range }) => {
        const tasks = this.known.get(keyOf(plan, range)) ?? [];
        return tasks.length > 0 ? [{ branch: range.branch, tasks }] : [];
      }),
    );
  }

  /** Settings say what a status means. */
  private forget(plans: readonly PlanOnBranches[]): void {
    const configuring = plans.flatMap(({ folder }) => configuringOf(folder).map(({ document }) => document));
    const same =
      configuring.length === this.configuring.length &&
      configuring.every((document, at) => document === this.configuring[at]);
    if (!same) {
      this.known.clear();
      this.configuring = configuring;
    }
  }

  private async readNew(changed: readonly Changed[], signal: AbortSignal): Promise<void> {
    const fresh = changed.filter(({ plan, range }) => !this.known.has(keyOf(plan, range)));
    const places = fresh.flatMap(({ range: { base, tip }, files }) =>
      [base, tip].flatMap(commit =>
        commit === undefined ? [] : files.map((path): FileAt => ({ commit, path })),
      ),
    );
    if (places.length === 0) {
      return;
    }
    const found = await this.repo.git.readFilesAt(places, signal);
    const texts = new Map(places.map(({ commit, path }, at) => [`${commit}:${path}`, found[at]]));
    const assembled = new Map<string, readonly Task[]>();
    for (const [at, { plan, range, files }] of fresh.entries()) {
      const tasksAt = async (commit: string | undefined): Promise<readonly Task[]> => {
        const there = files.flatMap(path => {
          const text = commit === undefined ? undefined : texts.get(`${commit}:${path}`);
          return text ? [{ path: path.slice(plan.prefix.length), ...text }] : [];
        });
        const key = [
          plan.folder.root,
          plan.folder.folder,
          ...there.flatMap(({ path, blob }) => [path, blob]),
        ];
        const tasks = assembled.get(key.join('\n')) ?? (await this.assemble(plan.folder, there));
        assembled.set(key.join('\n'), tasks);
        return tasks;
      };
      const [before, now] = [await tasksAt(range.base), await tasksAt(range.tip)];
      const since = (file: string): string => range.files.get(plan.prefix + file) ?? range.tip;
      this.known.set(keyOf(plan, range), branchTasks({ tasks: before }, { tasks: now }, since));
      if (at % BRANCHES_IN_TURN === 0) {
        await nextTurn(undefined, { signal });
      }
    }
  }

  /** The tasks of some files of a plan, with its settings as they are here. */
  private async assemble(
    folder: PlanFolder,
    files: readonly { readonly path: string; readonly blob: string; readonly content: Buffer }[],
  ): Promise<readonly Task[]> {
    const configuring = configuringOf(folder).filter(({ path }) => path !== folder.rootConfig?.path);
    const own = new Set(configuring.map(({ path }) => path));
    const parsed: ParsedFile[] = files
      .filter(({ path }) => !own.has(path))
      .map(({ path, blob, content }) => ({ path, document: this.cache.ofBlob(path, blob, content) }));
    const { tasks } = await folder.assembleFrom([
      {
        root: folder.root,
        folder: folder.folder,
        files: [...configuring, ...parsed],
        unreadable: [],
        rootConfig: folder.rootConfig,
      },
    ]);
    return tasks;
  }
}

function isOf({ folder, prefix }: PlanOnBranches, path: string): boolean {
  return path.startsWith(prefix) && folder.owns(path.slice(prefix.length));
}

function keyOf({ folder }: PlanOnBranches, { base = '', tip }: BranchRange): string {
  return [folder.root, folder.folder, base, tip].join('\n');
}

function configuringOf(folder: PlanFolder): readonly ParsedFile[] {
  return [...folder.configuring, ...(folder.rootConfig ? [folder.rootConfig] : [])];
}
