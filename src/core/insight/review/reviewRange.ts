import { commitsBetween } from '../../evidence/graph/commitRange';
import type { Commit, History } from '../../evidence/graph/history';
import { subjectOf } from '../../evidence/graph/history';
import type { Link, PlanEvidence } from '../../evidence/link';
import { isWork } from '../../evidence/link';
import type { Plan, Task } from '../../plan/model';
import { diffPlans, unreadFiles } from './planChanges';
import { notCommitted } from './notCommitted';
import type { Review, ReviewEnd } from './review';
import { takenIds } from './takenIds';

/** What a review is made of. */
export interface ReviewInput {
  /** The plan and its evidence as they stand at head, or as the files are where head is checked out. */
  readonly facts: {
    readonly plan: Plan;
    /** Where its root lies in its repository. */
    readonly prefix: string;
    readonly evidence?: PlanEvidence;
  };
  /** The plan at HEAD, where `facts` are those of the files. */
  readonly atHead?: Plan | undefined;
  /** The plan at base; undefined when there was none. */
  readonly before: Plan | undefined;
  /** The plan at the tip of the default branch, with its name, where it has moved on since base. */
  readonly other?: { readonly plan: Plan; readonly branch: string };
  readonly history: History;
  readonly base: ReviewEnd;
  readonly head: ReviewEnd;
  /** Whether a commit could have a task and has none. */
  readonly lacksTask: (commit: Commit) => boolean;
}

/** What the commits after `base` up to `head` mean for a plan. */
export function reviewRange(input: ReviewInput): Review {
  const { facts, before, other, history, base, head } = input;
  const commits = [...commitsBetween(history, base.hash, head.hash)].sort(
    (a, b) => b.commitTime - a.commitTime,
  );
  const links = new Map(
    commits.map(commit => [commit.hash, facts.evidence?.byCommit.get(commit.hash) ?? []]),
  );
  const served = servedTasks([...links.values()].flat());
  const tasks = facts.plan.tasks.filter(task => served.has(task.key));
  return {
    base,
    head,
    commits: commits.map(commit => ({
      hash: commit.hash,
      subject: subjectOf(commit),
      author: commit.author,
      time: commit.authorTime,
      merge: commit.parents.length > 1,
      links: links.get(commit.hash) ?? [],
    })),
    withoutTask: commits.filter(commit => input.lacksTask(commit)).map(commit => commit.hash),
    tasks: [...served].sort((a, b) => b[1] - a[1]).map(([key]) => key),
    changes: before ? diffPlans(before, facts.plan) : [],
    takenIds: other ? takenIds(before, facts.plan, other) : [],
    ...(input.atHead && { notCommitted: notCommitted(input.atHead, facts.plan) }),
    unread: before ? unreadFiles(before, facts.plan) : [],
    openCriteria: tasks.flatMap(task =>
      task.checklist
        .filter(item => !item.checked && (item.list !== 'other' || task.inline))
        .map(item => ({ task: task.key, item })),
    ),
    sameFiles: sameFiles(facts, history, commits, served),
  };
}

/** Tasks that the links work on, with the number of their commits. */
function servedTasks(links: readonly Link[]): Map<string, number> {
  const served = new Map<string, number>();
  for (const link of links.filter(isWork)) {
    served.set(link.task, (served.get(link.task) ?? 0) + 1);
  }
  return served;
}

/** Other active tasks whose work outside the range touched files of the range. */
function sameFiles(
  facts: ReviewInput['facts'],
  history: History,
  commits: readonly Commit[],
  served: ReadonlyMap<string, number>,
): Review['sameFiles'] {
  const own = new Set(commits.map(commit => commit.hash));
  const files = new Set(
    commits
      .filter(commit => commit.parents.length < 2)
      .flatMap(commit => commit.files.map(file => file.path)),
  );
  const planFolder = `${facts.prefix}${facts.plan.folder}/`;
  const active = (task: Task): boolean =>
    ['active', 'blocked'].includes(task.category) && !served.has(task.key);
  return facts.plan.tasks.filter(active).flatMap(task => {
    const touched = new Set<string>();
    for (const link of facts.evidence?.byTask.get(task.key) ?? []) {
      if (isWork(link) && !own.has(link.commit)) {
        for (const file of history.commits.get(link.commit)?.files ?? []) {
          if (files.has(file.path) && !file.path.startsWith(planFolder)) {
            touched.add(file.path);
          }
        }
      }
    }
    return touched.size > 0 ? [{ task: task.key, files: [...touched].sort() }] : [];
  });
}
