import { subjectOf, type Commit } from '../../core/evidence/graph/history';
import type { Snapshot } from '../../core/snapshot';
import type { SubjectOf } from '../row';
import { SHORT_HASH } from '../rows/commitRow';
import type { Text } from '../../words/text';
import { titled, type PickList, type PickRow } from './pickRow';

/** Commits that are offered of a repository. */
const MOST_COMMITS = 200;

/** Which commits are offered first. */
export interface CommitQuestion {
  /** A commit of a repository that comes first and is chosen beforehand. */
  readonly named?: Pick<SubjectOf<'commit'>, 'repo' | 'hash'> | undefined;
  /** Commits for a task of a plan (`Plan.uid`): only those of its repository, the likely ones first, each with why. */
  readonly task?: {
    readonly plan: string;
    readonly likely: readonly { readonly hash: string; readonly reasons: readonly Text[] }[];
  };
}

/** Recent commits without a task: likely ones, then the others, newest first. */
export function commitPicks(
  { plans, repos }: Snapshot,
  { named, task }: CommitQuestion = {},
): PickList<SubjectOf<'commit'>> {
  const own = task && plans.find(({ plan }) => plan.uid === task.plan)?.repo;
  return repos.flatMap(({ top, history, withoutTask }) => {
    const plan = plans.find(({ repo }) => repo === top)?.plan.uid;
    if (!history || plan === undefined || (task && own !== top)) {
      return [];
    }
    const first = named?.repo === top ? [named.hash] : [];
    const reasons = new Map(task?.likely.map(({ hash, reasons: why }) => [hash, why]));
    const row = (hash: string): PickRow<SubjectOf<'commit'>>[] => {
      const commit = history.commits.get(hash);
      const why = reasons.get(hash);
      const pick = commit && commitPick(commit, top, plan, first.includes(hash));
      return pick ? [why ? { ...pick, detail: why } : pick] : [];
    };
    const likely = [...reasons.keys()].filter(hash => !first.includes(hash)).flatMap(row);
    const hashes = [...new Set([...first, ...withoutTask.slice(0, MOST_COMMITS)])];
    const others = hashes.filter(hash => first.includes(hash) || !reasons.has(hash)).flatMap(row);
    return likely.length === 0
      ? others
      : [...titled('ui.pick-likely-commits', likely), ...titled('ui.pick-other-commits', others)];
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
