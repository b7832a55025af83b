import type { Commit, GoneCommit, History } from '../../core/evidence/graph/history';
import type { HandLink } from '../../core/plan/model';
import { isGitFailure } from '../../git/gitFailure';
import type { GitReader } from '../../git/gitReader';

/** So many lost links are followed, the newest first: an older one has had its time to be brought up to date. */
const MOST_LINKS = 50;

/** So many commits are compared with a lost one, those made at the nearest times. */
const MOST_COPIES = 8;

/**
 * Commits that hand-made links name and that the history does not have, and the commits of the history that
 * make the same change. Neither a commit nor its patch id ever changes, so each is asked for once.
 */
export class GoneCommits {
  private readonly commits = new Answers<Commit>();
  private readonly patches = new Answers<string>();

  constructor(private readonly git: Pick<GitReader, 'readNamedCommits' | 'readPatchIds'>) {}

  /**
   * Looks for the commits of links, by at most three git processes, and by none where all has been asked.
   * @param links none of whose commits is in the history
   * @returns by hash as the link has it; undefined where git has no such commit, no entry where it is not known
   */
  async find(
    links: readonly HandLink[],
    history: History,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, GoneCommit | undefined>> {
    const names = newest(links).map(({ hash }) => hash);
    await this.commits.ask(names, asked => this.git.readNamedCommits(asked, signal));
    const gone = names.flatMap(name => this.commits.get(name) ?? []);
    const alike = sameFiles(gone, history);
    const compared = [...alike].flatMap(([commit, others]) => (others.length > 0 ? [commit, ...others] : []));
    const hashes = compared.map(({ hash }) => hash);
    await this.patches.ask(hashes, asked => {
      const changes = asked.map(commit => ({ commit }));
      return this.git.readPatchIds(changes, signal);
    });
    const found = new Map<string, GoneCommit | undefined>();
    for (const name of names.filter(one => this.commits.isAnswered(one))) {
      const commit = this.commits.get(name);
      found.set(name, commit && { commit, copies: this.copiesOf(commit, alike.get(commit) ?? []) });
    }
    return found;
  }

  private copiesOf(commit: Commit, others: readonly Commit[]): readonly string[] {
    const patch = this.patches.get(commit.hash);
    const same = others.filter(({ hash }) => patch !== undefined && this.patches.get(hash) === patch);
    return same.map(({ hash }) => hash);
  }
}

/** What git has answered. It is asked about each name once, even where it fails. */
class Answers<T> {
  private readonly answers = new Map<string, T | undefined>();
  private readonly failed = new Set<string>();

  get(name: string): T | undefined {
    return this.answers.get(name);
  }

  isAnswered(name: string): boolean {
    return this.answers.has(name);
  }

  async ask(
    names: readonly string[],
    ask: (names: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<void> {
    const unknown = [...new Set(names)].filter(name => !this.answers.has(name) && !this.failed.has(name));
    if (unknown.length === 0) {
      return;
    }
    try {
      const answers = await ask(unknown);
      unknown.forEach(name => this.answers.set(name, answers.get(name)));
    } catch (error) {
      // The reader has logged it. Links are then followed as in a clone that lacks the commits.
      if (!isGitFailure(error)) {
        throw error;
      }
      unknown.forEach(name => this.failed.add(name));
    }
  }
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
