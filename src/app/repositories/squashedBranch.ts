import type { Commit, History } from '../../core/evidence/graph/history';
import { branchRoles } from '../../core/evidence/branches/namedBranches';
import { commitsBetween } from '../../core/evidence/graph/commitRange';
import { addAncestors } from '../../core/evidence/graph/reach';
import type { PlanSettings } from '../../core/plan/settings';
import { GitFailure } from '../../git/gitFailure';
import type { GitReader } from '../../git/gitReader';
import type { Repository } from './repository';

/** So many of the newest commits of the other branch may be the squash, or the copy of one commit. */
const MOST_CANDIDATES = 200;

/** A branch with more commits than this was not rebased one by one. */
const MOST_OWN = 50;

/** What became of a branch. */
export interface MergeCheck {
  readonly merged: boolean;
  /** The commits that make its change, newest first: its squash, or the copies of all of its commits. */
  readonly commits: readonly string[];
}

/**
 * Looks whether a branch has been merged: its commits as they are, one commit with its whole change, or a copy
 * of each of its commits. What was merged with further changes cannot be told. Found commits are remembered.
 * @throws GitFailure when git cannot answer, or knows no such branch
 */
export async function checkMerged(
  repo: Repository,
  branch: string,
  settings: Pick<PlanSettings, 'branch' | 'integration'>,
  signal: AbortSignal,
): Promise<MergeCheck> {
  const { git, history } = repo;
  const roles = history && branchRoles(history, settings);
  const tips = roles?.topics.find(({ name }) => name === branch)?.tips;
  if (!history || !tips) {
    throw new GitFailure({ code: 'git-unknown-revision', args: [branch] });
  }
  const targets = [...(roles.defaultTip === undefined ? [] : [roles.defaultTip]), ...roles.integrationTips];
  const landed = new Set<string>();
  targets.forEach(target => addAncestors(history, target, landed));
  const commits = new Set<string>();
  let merged = true;
  for (const tip of new Set(tips.filter(one => !landed.has(one)))) {
    const known = history.squashed?.get(tip)?.filter(hash => landed.has(hash)) ?? [];
    const found = known.length > 0 ? known : await findSquash(git, history, tip, targets, signal);
    found.forEach(hash => commits.add(hash));
    merged &&= found.length > 0;
    if (found !== known && found.length > 0) {
      repo.addSquash(tip, found);
    }
  }
  return { merged, commits: [...commits] };
}

/** Commits that make the change of the branch that ends at `tip`; none when there is no telling. */
async function findSquash(
  git: GitReader,
  history: History,
  tip: string,
  targets: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  for (const target of targets) {
    const found = await findOn(git, history, tip, target, signal);
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

async function findOn(
  git: GitReader,
  history: History,
  tip: string,
  target: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const own = workBetween(history, target, tip);
  const paths = new Set(own.flatMap(({ files }) => files.map(({ path }) => path)));
  const candidates = workBetween(history, tip, target)
    .filter(({ files }) => files.length > 0 && files.every(({ path }) => paths.has(path)))
    .slice(0, MOST_CANDIDATES)
    .map(({ hash }) => hash);
  const base = candidates.length > 0 ? await git.mergeBase(target, tip, signal) : undefined;
  if (base === undefined) {
    return [];
  }
  const patches = await git.readPatchIds(
    [{ commit: tip, base }, ...candidates.map(commit => ({ commit }))],
    signal,
  );
  const whole = patches.get(tip);
  const squash = candidates.find(hash => whole !== undefined && patches.get(hash) === whole);
  if (squash !== undefined || own.length < 2 || own.length > MOST_OWN) {
    return squash === undefined ? [] : [squash];
  }
  const parts = await git.readPatchIds(
    own.map(({ hash }) => ({ commit: hash })),
    signal,
  );
  const wanted = new Set(parts.values());
  const copies = candidates.filter(hash => wanted.delete(patches.get(hash) ?? ''));
  return wanted.size === 0 ? copies : [];
}

/** The work in {@link commitsBetween}: merges left out. */
function workBetween(history: History, from: string, to: string): readonly Commit[] {
  return commitsBetween(history, from, to).filter(({ parents }) => parents.length < 2);
}
