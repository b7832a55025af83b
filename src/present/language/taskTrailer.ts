import type { Snapshot } from '../../core/snapshot';
import { branchTasks } from '../branchTasks';
import type { PickRow } from '../picks/pickRow';
import { indexOf } from '../planIndex';
import { currentBranch } from '../rows/scope';

/** A line of a commit message that says which task the commit is about. */
export interface TaskTrailer {
  /** `Repo.top` */
  readonly repo: string;
  readonly line: string;
}

/**
 * The lines for the tasks of the branches that are checked out.
 * @param top `Repo.top` of one repository; undefined for all that hold plans
 */
export function branchTrailers(
  { plans, repos }: Snapshot,
  top: string | undefined,
): readonly PickRow<TaskTrailer>[] {
  return plans.flatMap(facts => {
    const { repo, evidence } = facts;
    const branch = currentBranch(repos.find(one => one.top === repo)?.history);
    return repo === undefined || (top !== undefined && repo !== top)
      ? []
      : [...branchTasks(evidence, branch)].flatMap((key): readonly PickRow<TaskTrailer>[] => {
          const task = indexOf(facts).byKey.get(key);
          const value = { repo, line: `${facts.plan.settings.rules.trailer}: ${task?.id}` };
          return task && task.id !== '' ? [{ label: `${task.id} ${task.title}`, value }] : [];
        });
  });
}

/** The line for a task that somebody names; undefined where its plan lies in no repository. */
export function trailerOf(
  { plans }: Snapshot,
  { plan: uid, uid: task }: { readonly plan: string; readonly uid: string },
): TaskTrailer | undefined {
  const facts = plans.find(({ plan }) => plan.uid === uid);
  const id = facts && indexOf(facts).byUid.get(task)?.id;
  return facts?.repo !== undefined && id
    ? { repo: facts.repo, line: `${facts.plan.settings.rules.trailer}: ${id}` }
    : undefined;
}

/** A commit message with a line among its trailers: in the last paragraph where that holds some, else below it. */
export function withTrailer(message: string, line: string): string {
  const text = message.trimEnd();
  const [subject, ...paragraphs] = text.split(/\n\s*\n/);
  const last = paragraphs.at(-1)?.split('\n') ?? [];
  const hasTrailers = subject !== '' && last.length > 0 && last.every(one => /^[A-Za-z][\w-]*: \S/.test(one));
  return text + (hasTrailers ? '\n' : '\n\n') + line;
}

/** Whether a commit message has a line already. */
export function hasTrailer(message: string, line: string): boolean {
  return message.split('\n').some(one => one.trim().toLowerCase() === line.toLowerCase());
}
