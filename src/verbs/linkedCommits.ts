import type { Commit } from '../core/evidence/graph/history';
import type { Link } from '../core/evidence/link';
import { findPlan } from './findPlan';
import type { Reading } from './verb';

/** A link of a task to a commit. */
export interface LinkedCommit {
  /** `Repo.top`. */
  readonly repo: string;
  readonly link: Link;
  /** Undefined where the history does not have it. */
  readonly commit: Commit | undefined;
}

/**
 * Uids of the tasks that have commits.
 * @param commit only tasks that have this one, by its whole hash
 */
export function linkedTasks(
  { store: { snapshot } }: Reading,
  { commit }: { readonly commit?: string | undefined } = {},
): ReadonlySet<string> {
  return new Set(
    snapshot.plans.flatMap(({ plan, evidence }) => {
      const own = new Set(evidence?.byCommit.get(commit ?? '')?.map(({ task }) => task));
      const isLinked = (key: string) =>
        commit === undefined ? evidence?.byTask.has(key) === true : own.has(key);
      return plan.tasks.filter(({ key }) => isLinked(key)).map(({ uid }) => uid);
    }),
  );
}

/** The commits of a task, by `Plan.uid` and its own uid; none without a history. */
export function linkedCommits(
  { store: { snapshot } }: Reading,
  { plan, task: uid }: { readonly plan: string; readonly task: string },
): readonly LinkedCommit[] {
  const { facts, repo } = findPlan(snapshot, plan) ?? {};
  const task = facts?.plan.tasks.find(one => one.uid === uid);
  const history = repo?.history;
  if (!task || !repo || !history) {
    return [];
  }
  const links = facts?.evidence?.byTask.get(task.key) ?? [];
  return links.map(link => ({ repo: repo.top, link, commit: history.commits.get(link.commit) }));
}
