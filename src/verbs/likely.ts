import type { Message } from '../core/base/message';
import type { LikelyInput } from '../core/evidence/likely/likelyIndex';
import { likelyTasks, type LikelyMessages } from '../core/evidence/likely/likelyTasks';
import { findPlan } from './findPlan';
import type { Reading } from './verb';

/** A task that commits may belong to, and why, the strongest reason first. */
export interface LikelyOfPlan {
  /** `Plan.uid`. */
  readonly plan: string;
  /** `uid` of the task. */
  readonly uid: string;
  readonly reasons: readonly Message<LikelyMessages>[];
}

/** A commit that may belong to a task, and why. */
export interface LikelyCommit {
  readonly hash: string;
  readonly reasons: readonly Message<LikelyMessages>[];
}

/** Tasks that are suggested. */
const MOST_TASKS = 5;

/**
 * The tasks of the plans in a repository that commits most likely belong to, the likeliest first.
 * @param repo `Repo.top`
 * @param commits whole hashes; for several, a task that fits more of them is the likelier one
 * @param chosen commits that have just been given a task (its plan and uid), by hash
 */
export function likelyOf(
  { store: { snapshot } }: Reading,
  {
    repo,
    commits,
    chosen = new Map(),
  }: {
    readonly repo: string;
    readonly commits: readonly string[];
    readonly chosen?: ReadonlyMap<string, Pick<LikelyOfPlan, 'plan' | 'uid'>>;
  },
): readonly LikelyOfPlan[] {
  const found = new Map<string, LikelyOfPlan & { score: number; best: number }>();
  for (const { plan } of snapshot.plans.filter(facts => facts.repo === repo)) {
    const input = inputOf(snapshot, plan.uid, chosen);
    for (const hash of input ? commits : []) {
      const commit = input?.history.commits.get(hash);
      for (const { task, score, reasons } of input && commit ? likelyTasks(input, commit) : []) {
        const name = `${plan.uid}\n${task.uid}`;
        const known = found.get(name);
        const best = Math.max(known?.best ?? 0, score);
        const better = best === score ? reasons : (known?.reasons ?? reasons);
        const sum = (known?.score ?? 0) + score;
        found.set(name, { plan: plan.uid, uid: task.uid, reasons: better, score: sum, best });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_TASKS)
    .map(({ plan, uid, reasons }) => ({ plan, uid, reasons }));
}

/** Commits without a task that are looked at. */
const MOST_COMMITS = 200;

/** The commits without a task that most likely belong to a task, the likeliest first. */
export function likelyCommits(
  { store: { snapshot } }: Reading,
  { plan, uid }: Pick<LikelyOfPlan, 'plan' | 'uid'>,
): readonly LikelyCommit[] {
  const input = inputOf(snapshot, plan, new Map());
  const { repo } = findPlan(snapshot, plan) ?? {};
  return (repo?.withoutTask ?? [])
    .slice(0, MOST_COMMITS)
    .flatMap(hash => {
      const commit = input?.history.commits.get(hash);
      const likely = input && commit ? likelyTasks(input, commit) : [];
      const own = likely.find(({ task }) => task.uid === uid);
      return own ? [{ hash, score: own.score, reasons: own.reasons }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ hash, reasons }) => ({ hash, reasons }));
}

function inputOf(
  snapshot: Reading['store']['snapshot'],
  uid: string,
  chosen: ReadonlyMap<string, Pick<LikelyOfPlan, 'plan' | 'uid'>>,
): LikelyInput | undefined {
  const { facts, repo } = findPlan(snapshot, uid) ?? {};
  if (!facts?.evidence || !repo?.history) {
    return undefined;
  }
  const { plan, prefix, evidence } = facts;
  const keys = new Map(chosen.size > 0 ? plan.tasks.map(task => [task.uid, task.key]) : []);
  const own = [...chosen].flatMap(([hash, task]) => {
    const key = task.plan === uid ? keys.get(task.uid) : undefined;
    return key === undefined ? [] : [[hash, key] as const];
  });
  return { plan, prefix, history: repo.history, evidence, chosen: new Map(own) };
}
