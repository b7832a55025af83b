import { subjectOf, type Commit } from '../../core/evidence/graph/history';
import type { Snapshot } from '../../core/snapshot';
import type { SubjectOf } from '../row';
import { SHORT_HASH } from '../rows/commitRow';
import type { PickRow } from './pickRow';

/** Commits that are offered of a repository. */
const MOST_COMMITS = 200;

/**
 * Recent commits without a task, newest first.
 * @param named a commit of a repository that comes first and is chosen beforehand
 */
export function commitPicks(
  { plans, repos }: Snapshot,
  named?: Pick<SubjectOf<'commit'>, 'repo' | 'hash'>,
): readonly PickRow<SubjectOf<'commit'>>[] {
  return repos.flatMap(({ top, history, withoutTask }) => {
    const plan = plans.find(({ repo }) => repo === top)?.plan.uid;
    if (!history || plan === undefined) {
      return [];
    }
    const first = named?.repo === top ? [named.hash] : [];
    const hashes = [...new Set([...first, ...withoutTask.slice(0, MOST_COMMITS)])];
    return hashes.flatMap(hash => {
      const commit = history.commits.get(hash);
      return commit ? [commitPick(commit, top, plan, first.includes(hash))] : [];
    });
  });
}

function commitPick(
  commit: Commit,
  repo: string,
  plan: string,
  picked: boolean,
): PickRow<SubjectOf<'commit'>> {
  return {
    label: subjectOf(commit),
    description: `${commit.hash.slice(0, SHORT_HASH)} · ${commit.author}`,
    icon: 'git-commit',
    picked,
    value: { kind: 'commit', plan, repo, hash: commit.hash },
  };
}
