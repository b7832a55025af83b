import type { Commit, History } from '../../core/evidence/graph/history';
import type { Steps } from '../../core/base/steps';
import type { GitReader } from '../../git/gitReader';
import { inSlices } from '../following/inSlices';

/**
 * So many of the newest commits are looked into, by one git process: older ones say nothing about work that
 * is going on.
 */
const NEWEST = 500;

/** By commit: the checklist lines, without box and indentation, that it wrote or changed. */
export type LineChanges = NonNullable<History['lineChanges']>;

/**
 * Looks into the commits that changed files with inline tasks, to tell which of their lines they changed.
 * What was known is not read again.
 * @param paths files that hold inline tasks, relative to the top of the repository
 */
export async function readLineChanges(
  git: GitReader,
  history: History,
  paths: ReadonlySet<string>,
  known: LineChanges,
  signal: AbortSignal,
): Promise<LineChanges> {
  const wanted = await inSlices(newestTouching(history, paths), signal);
  const unknown = wanted.filter(({ hash }) => !known.has(hash));
  const found = new Map<string, readonly string[]>();
  const blobs = await git.readBlobs(new Set(unknown.flatMap(commit => blobsOf(commit, paths))), signal);
  const linesOf = (blob: string): readonly string[] => {
    const content = blobs.get(blob);
    return content === undefined || typeof content === 'string' ? [] : checkLines(content.toString('utf8'));
  };
  const linesIn = (commit: Commit): readonly string[] =>
    commit.files
      .filter(({ path }) => paths.has(path))
      .flatMap(({ before, after }) => differing(linesOf(before), linesOf(after)));
  const look = function* (): Steps<void> {
    for (const commit of unknown) {
      yield;
      found.set(commit.hash, linesIn(commit));
    }
  };
  await inSlices(look(), signal);
  return new Map(wanted.map(({ hash }) => [hash, found.get(hash) ?? known.get(hash) ?? []]));
}

/** How many commits are looked at in one step. */
const STEP = 5_000;

function* newestTouching({ commits }: History, paths: ReadonlySet<string>): Steps<readonly Commit[]> {
  const found: Commit[] = [];
  let looked = 0;
  for (const commit of commits.values()) {
    if (++looked % STEP === 0) {
      yield;
    }
    if (commit.parents.length < 2 && commit.files.some(({ path }) => paths.has(path))) {
      found.push(commit);
      if (found.length === NEWEST) {
        break;
      }
    }
  }
  return found;
}

const NO_BLOB = /^0+$/;

function blobsOf({ files }: Commit, paths: ReadonlySet<string>): readonly string[] {
  return files
    .filter(({ path }) => paths.has(path))
    .flatMap(({ before, after }) => [before, after])
    .filter(blob => !NO_BLOB.test(blob));
}

const CHECK_LINE = /^[ \t]*[-*+] \[.\] (.*)$/gm;

/** With the box in front, since ticking it is a change of the task. */
function checkLines(text: string): readonly string[] {
  return [...text.matchAll(CHECK_LINE)].map(([line]) => line.trim());
}

/** Lines of either side that the other does not have, without their boxes. */
function differing(before: readonly string[], after: readonly string[]): readonly string[] {
  const [left, right] = [new Set(before), new Set(after)];
  const lines = [...after.filter(line => !left.has(line)), ...before.filter(line => !right.has(line))];
  return [...new Set(lines.map(line => line.slice(line.indexOf(']') + 1).trim()))];
}
