import { readNames } from './objectSource';
import { wholeOrPart } from './partialClone';
import type { GitProgram } from './spawnGit';

/** A file as a commit has it. */
export interface FileAt {
  /** Full hash. */
  readonly commit: string;
  /** From the top of the repository. */
  readonly path: string;
}

/** The content of a file at a commit, and the id of its blob. */
export interface FoundFile {
  readonly blob: string;
  readonly content: Buffer;
}

/**
 * Files at commits, in their order, by one process: undefined for what is not there, is no file or is too large. In a
 * partial clone that lacks some of them it gives none, since git cannot tell which those are.
 */
export async function readFilesAt(
  program: GitProgram,
  places: readonly FileAt[],
  signal?: AbortSignal,
): Promise<readonly (FoundFile | undefined)[]> {
  // A name is a line; no plan file has a line break in its name.
  const names = places.map(({ commit, path }) => (/[\n\0]/.test(path) ? commit : `${commit}:${path}`));
  const answers = await wholeOrPart(
    program,
    signal,
    () => readNames(program, names, signal),
    () => Promise.resolve([]),
  );
  return places.map((_, at) => {
    const answer = answers[at];
    return answer?.kind === 'object' && answer.type === 'blob'
      ? { blob: answer.id, content: answer.data }
      : undefined;
  });
}
