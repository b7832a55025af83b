import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IsoDate } from '../../core/base/dates';
import type { Message } from '../../core/base/message';
import type { RefusalMessages } from '../../core/plan/change';
import type { GitMessages } from '../../core/snapshot';
import { isGitFailure } from '../../git/gitFailure';
import { newRepository } from '../../git/newRepository';
import type { GitProgram } from '../../git/spawnGit';
import { sampleProject, type SampleProject } from '../../sample/sample';
import { detailOf } from '../files/nodeFiles';
import { inSlices } from '../following/inSlices';

/** Where the sample project is written. */
export interface SampleWish {
  /** Absolute path of the folder in which the sample gets a folder of its own. */
  readonly parent: string;
  /** The story of the sample ends on the last working day before. */
  readonly today: IsoDate;
  /** Which git makes the commits; undefined while git must not run (untrusted workspace). */
  readonly git?: Pick<GitProgram, 'binary' | 'log'>;
}

/** The sample project as it was written. */
export interface WrittenSample {
  /** Absolute path. */
  readonly folder: string;
  /** Why it is no repository and has no commits, if so. */
  readonly withoutCommits?: Message<GitMessages>;
}

/** What became of the sample project. */
export type SampleOutcome =
  | { readonly ok: true; readonly value: WrittenSample }
  | { readonly ok: false; readonly problem: Message<Pick<RefusalMessages, 'not-writable'>> };

const NAME = 'milepost-sample';

/** After so many names that are taken, the place is not one for samples. */
const MOST_NAMES = 100;

const PATIENCE_MS = 60_000;

/**
 * Writes the sample project into a new folder, never over anything. It has its commits where git can make them, and
 * otherwise its files only.
 */
export async function writeSample({ parent, today, git }: SampleWish): Promise<SampleOutcome> {
  let folder: string | undefined;
  try {
    const project = await makeSample(today);
    folder = await newFolder(parent);
    const withoutCommits = git
      ? await withCommits(folder, project, git)
      : { code: 'git-untrusted' as const, args: [] as [] };
    if (withoutCommits) {
      await writeFiles(folder, project.files);
    }
    return { ok: true, value: { folder, ...(withoutCommits && { withoutCommits }) } };
  } catch (error) {
    // Half a sample is of no use, and the folder is ours.
    if (folder !== undefined) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
    const args: [file: string, detail: string] = [folder ?? join(parent, NAME), detailOf(error)];
    return { ok: false, problem: { code: 'not-writable', args } };
  }
}

/** Makes the sample project without holding the thread. */
export function makeSample(today: IsoDate): Promise<SampleProject> {
  return inSlices(sampleProject(today, bytes => createHash('sha1').update(bytes).digest('hex')));
}

/** @returns why there are no commits; then the folder is empty again */
async function withCommits(
  folder: string,
  project: SampleProject,
  git: NonNullable<SampleWish['git']>,
): Promise<Message<GitMessages> | undefined> {
  try {
    await newRepository({ ...git, cwd: folder, timeoutMs: PATIENCE_MS }, project);
    return undefined;
  } catch (error) {
    if (!isGitFailure(error)) {
      throw error;
    }
    await rm(folder, { recursive: true });
    await mkdir(folder);
    return error.reason;
  }
}

/** Makes a folder with a name that is free: `milepost-sample`, or with a number behind it. */
async function newFolder(parent: string): Promise<string> {
  for (let number = 1; ; number++) {
    const folder = join(parent, number === 1 ? NAME : `${NAME}-${number}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if (detailOf(error) !== 'EEXIST' || number === MOST_NAMES) {
        throw error;
      }
    }
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  }
}
