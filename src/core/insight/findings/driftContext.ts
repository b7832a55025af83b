import { addTo } from '../../evidence/addTo';
import { dayOf } from '../../base/dates';
import type { Graph } from '../../evidence/graph/graph';
import { graphSteps } from '../../evidence/graph/graph';
import type { Commit, History } from '../../evidence/graph/history';
import type { BranchLink, Link, Observed, PlanEvidence } from '../../evidence/link';
import type { IsoDate } from '../../base/dates';
import type { Plan, Task } from '../../plan/model';
import { workdaysBetween } from '../../plan/countWorkdays';
import { finish } from '../../base/steps';
import { familiesOf, hasEvidence } from '../progress/families';
import { leftScope } from '../progress/leftScope';

/** What the rules of drift ask about a plan and its evidence. */
export interface DriftContext {
  readonly plan: Plan;
  readonly history: History;
  /** The branch; undefined for none. */
  readonly checkedOut: string | undefined;
  readonly today: IsoDate;
  readonly observed: (task: Task) => Observed | undefined;
  /** Evidence other than a change of its file, for the task, one of its subtasks or its parent. */
  readonly hasEvidence: (task: Task) => boolean;
  /** Whether half of the done tasks have evidence: only then its absence says something. */
  readonly evidenceIsUsual: boolean;
  readonly openSubtasks: (task: Task) => boolean;
  readonly leftScope: (task: Task) => boolean;
  /** It belongs to a milestone that is done or dropped. */
  readonly isOver: (task: Task) => boolean;
  /**
   * Seconds since 1970 of the last commit that changed the task's own file; of an inline task, the file its
   * line stands in, since which line changed cannot be told without the contents.
   */
  readonly fileChanged: (task: Task) => number | undefined;
  /** Seconds since 1970 of the commit that brought the task's file to its present path. */
  readonly fileArrived: (task: Task) => number | undefined;
  /** The task's file was changed by a commit that has not landed, on a branch that is not checked out. */
  readonly changesElsewhere: (task: Task) => boolean;
  readonly day: (seconds: number) => IsoDate;
  /** The last day that git can tell about. */
  readonly horizon: IsoDate;
  /** Working days from a day to that one. */
  readonly workdaysSince: (day: IsoDate) => number;
}

/** Prepares the answers once per plan. */
export function driftContext({ plan, prefix, evidence, history, today }: DriftInput): DriftContext {
  const { settings } = plan;
  const day = (seconds: number): IsoDate => dayOf(seconds, settings.timezone);
  // What was pushed after the last fetch is not seen; those days say nothing.
  const fetched = history.fetched === undefined ? today : day(history.fetched);
  const newest = history.commits.values().next().value;
  const seen = newest && day(newest.commitTime) > fetched ? day(newest.commitTime) : fetched;
  const horizon = seen < today ? seen : today;

  const linksOf = (key: string): readonly Link[] => evidence.byTask.get(key) ?? [];
  const families = familiesOf(plan, evidence);
  const fileLinks = (task: Task): Link[] =>
    linksOf(task.key).filter(link => link.evidence === 'file' || link.others.includes('file'));
  const over = new Set(
    plan.milestones.flatMap(({ key, status }) => (status === 'done' || status === 'dropped' ? key : [])),
  );
  const branches = new Map<string, BranchLink[]>();
  evidence.branches.forEach(branch => addTo(branches, branch.task, branch));
  const checkedOut = history.head.kind === 'unborn' ? undefined : history.head.branch;
  const times = (links: readonly Link[]): number[] =>
    links.flatMap(link => history.commits.get(link.commit)?.commitTime ?? []);

  return {
    plan,
    history,
    checkedOut,
    today,
    day,
    horizon,
    hasEvidence: task => hasEvidence(families, task),
    evidenceIsUsual: families.shown * 2 >= families.done,
    observed: task => evidence.observed.get(task.key),
    leftScope: leftScope(plan),
    isOver: ({ milestone }) => milestone !== undefined && over.has(milestone),
    openSubtasks: task => families.openParents.has(task.key),
    fileChanged: task =>
      task.inline
        ? lastChanges(history).get(prefix + task.file)
        : times(fileLinks(task)).reduce<number | undefined>(later, undefined),
    fileArrived: task =>
      times(
        fileLinks(task).filter(link =>
          history.commits
            .get(link.commit)
            ?.files.some(file => file.status === 'A' && file.path.endsWith(task.file)),
        ),
      ).reduce<number | undefined>(later, undefined),
    changesElsewhere: task => {
      const files = new Set(fileLinks(task).map(link => link.commit));
      return (branches.get(task.key) ?? []).some(
        branch => branch.branch !== checkedOut && branch.commits.some(commit => files.has(commit)),
      );
    },
    workdaysSince: from => workdaysBetween(from, horizon, settings),
  };
}

const changes = new WeakMap<Graph['commits'], ReadonlyMap<string, number>>();

/**
 * When each Markdown file was last changed (seconds since 1970), by path; made once for each history, after new
 * commits from these alone.
 */
function lastChanges(history: History): ReadonlyMap<string, number> {
  const { commits, grownFrom } = finish(graphSteps(history));
  let found = changes.get(commits);
  if (!found) {
    const before =
      grownFrom?.shared === grownFrom?.commits.length && grownFrom && changes.get(grownFrom.commits);
    const times = new Map(before || []);
    for (let n = before ? (grownFrom?.shared ?? 0) : 0; n < commits.length; n++) {
      const { files, commitTime } = commits[n] as Commit;
      for (const { path } of files) {
        if (path.endsWith('.md')) {
          times.set(path, later(times.get(path), commitTime));
        }
      }
    }
    changes.set(commits, (found = times));
  }
  return found;
}

function later(a: number | undefined, b: number): number {
  return a === undefined || b > a ? b : a;
}

/** What drift is looked for in. */
export interface DriftInput {
  readonly plan: Plan;
  /** What makes a path of the plan relative to the top of the repository: '' or `services/pay/`. */
  readonly prefix: string;
  readonly evidence: PlanEvidence;
  readonly history: History;
  readonly today: IsoDate;
}
