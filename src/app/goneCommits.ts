import type { Commit, GoneCommit, History } from '../core/evidence/history';
import type { HandLink } from '../core/plan/model';
import { isGitFailure } from '../git/gitFailure';
import type { GitReader } from '../git/gitReader';

/** So many lost links are followed, the newest first: an older one has had its time to be brought up to date. */
const MOST_LINKS = 50;

/** So many commits are compared with a lost one, those made at the nearest times. */
const MOST_COPIES = 8;

/**
 * Commits that hand-made links name and that the history does not have, and the commits of the history that
 * make the same change. Neither a commit nor its patch id ever changes, so each is asked for once.
 */
export class GoneCommits {
  private readonly commits = new Map<string, Commit | undefined>();
  private readonly patches = new Map<string, string | undefined>();

  constructor(private readonly git: GitReader) {}

  /**
   * Looks for the commits of links, by at most three git processes, and by none where all has been asked.
   * What git cannot tell is not known here.
   * @param links none of whose commits is in the history
   */
  async find(
    links: readonly HandLink[],
    history: History,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, GoneCommit>> {
    const names = newest(links).map(({ hash }) => hash);
    await fill(this.commits, names, asked => this.git.readNamedCommits(asked, signal));
    const gone = names.flatMap(name => {
      const commit = this.commits.get(name);
      return commit ? [{ name, commit }] : [];
    });
    const alike = sameFiles(
      gone.map(({ commit }) => commit),
      history,
    );
    const compared = [...alike].flatMap(([commit, others]) => (others.length > 0 ? [commit, ...others] : []));
    await fill(
      this.patches,
      compared.map(({ hash }) => hash),
      asked =>
        this.git.readPatchIds(
          asked.map(commit => ({ commit })),
          signal,
        ),
    );
    const patchOf = ({ hash }: Commit): string | undefined => this.patches.get(hash);
    return new Map(
      gone.map(({ name, commit }) => {
        const patch = patchOf(commit);
        const copies =
          patch === undefined ? [] : (alike.get(commit) ?? []).filter(one => patchOf(one) === patch);
        return [name, { commit, copies: copies.map(({ hash }) => hash) }];
      }),
    );
  }
}

/** Asks for what is not known yet; what has no answer, or fails to be answered, is not asked for again. */
async function fill<T>(
  known: Map<string, T | undefined>,
  names: readonly string[],
  ask: (names: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<void> {
  const unknown = [...new Set(names)].filter(name => !known.has(name));
  if (unknown.length === 0) {
    return;
  }
  let answers: ReadonlyMap<string, T> = new Map();
  try {
    answers = await ask(unknown);
  } catch (error) {
    // The reader has logged it. Links are then followed as in a clone that lacks the commits.
    if (!isGitFailure(error)) {
      throw error;
    }
  }
  unknown.forEach(name => known.set(name, answers.get(name)));
}

/** Those without a date first, since only their commit can tell what to look for. */
function newest(links: readonly HandLink[]): readonly HandLink[] {
  const date = ({ date }: HandLink): string => date ?? '9999';
  return [...links].sort((a, b) => (date(a) < date(b) ? 1 : -1)).slice(0, MOST_LINKS);
}

/** Commits of the history that change just the same files, the nearest in time, in the order of the history. */
function sameFiles(gone: readonly Commit[], history: History): ReadonlyMap<Commit, readonly Commit[]> {
  const found = new Map(gone.map(commit => [commit, [] as Commit[]]));
  const byFirst = new Map<string, Commit[]>();
  for (const commit of found.keys()) {
    const [first] = commit.files;
    if (first && commit.parents.length < 2) {
      byFirst.set(first.path, [...(byFirst.get(first.path) ?? []), commit]);
    }
  }
  for (const other of byFirst.size > 0 ? history.commits.values() : []) {
    for (const commit of byFirst.get(other.files[0]?.path ?? '') ?? []) {
      const same =
        other.files.length === commit.files.length &&
        other.parents.length < 2 &&
        other.files.every(({ path }, index) => path === commit.files[index]?.path);
      if (same) {
        found.get(commit)?.push(other);
      }
    }
  }
  for (const [commit, others] of found) {
    if (others.length > MOST_COPIES) {
      const distance = ({ authorTime }: Commit): number => Math.abs(authorTime - commit.authorTime);
      const nearest = new Set([...others].sort((a, b) => distance(a) - distance(b)).slice(0, MOST_COPIES));
      found.set(
        commit,
        others.filter(other => nearest.has(other)),
      );
    }
  }
  return found;
}
