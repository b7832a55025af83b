import { isOver } from '../core/plan/category';
import { branchName } from '../core/plan/branchName';
import type { Change } from '../core/plan/change';
import type { Plan, Task } from '../core/plan/model';
import type { StartedBranch } from '../app/store';
import type { Snapshot } from '../core/snapshot';
import { nameOf } from '../core/plan/nameOf';
import { findItem, type ItemName } from './findItem';
import { findPlan } from './findPlan';
import { set, settable, type Changed } from './set';
import { categoryChanges } from './setCategory';
import type { Outcome, Reading, VerbProblem, Writing } from './verb';

/** A task that can be started, and the branches that there are for it. */
export interface Startable {
  readonly plan: Plan;
  readonly task: Task;
  /** `Repo.top`. */
  readonly repo: string;
  /** Local branches that are named after it; one without a commit of its own counts as merged, so merged ones, too. */
  readonly branches: readonly string[];
  /** What a new one is called, unless that name is taken. */
  readonly newBranch: string;
  /** The one of them that is checked out. */
  readonly checkedOut?: string;
}

/** Work that has begun. */
export interface StartedWork {
  readonly task: Task;
  readonly branch: string;
  /** Whether the branch was made. */
  readonly isNew: boolean;
  readonly changed: readonly Changed[];
}

/** The branch that is checked out in a repository (`Repo.top`); undefined where none is. */
export function currentBranchOf({ repos }: Snapshot, repo: string | undefined): string | undefined {
  const head = repos.find(({ top }) => top === repo)?.history?.head;
  return head?.kind === 'branch' ? head.branch : undefined;
}

/** A task, and whether work on it has begun before. It fails where no branch can be made for it. */
export function startable({ store: { snapshot } }: Reading, name: ItemName): Outcome<Startable> {
  const found = findItem(snapshot, name);
  if (!found.ok) {
    return found;
  }
  const { plan, item: task } = found.value;
  if (task.kind !== 'task') {
    return { ok: false, problem: { code: 'not-a-task', args: [nameOf(task)] } };
  }
  if (isOver(task.category)) {
    return { ok: false, problem: { code: 'already-over', args: [nameOf(task)] } };
  }
  const known = findPlan(snapshot, plan.uid);
  const { repo } = known ?? {};
  if (!repo) {
    const { withoutGit } = snapshot;
    const isNowhere = !withoutGit || withoutGit.code === 'git-not-repository';
    const problem: VerbProblem = isNowhere ? { code: 'git-nowhere-to-branch', args: [] } : withoutGit;
    return { ok: false, problem };
  }
  const { branches: all = [] } = repo.history ?? {};
  const local = new Set(all.filter(({ remote }) => remote === undefined).map(branch => branch.name));
  const links = known?.facts.evidence?.branches ?? [];
  const own = links.filter(link => link.task === task.key && link.strength === 'works-on');
  const branches = [...new Set(own.map(({ branch }) => branch))].filter(branch => local.has(branch));
  const current = currentBranchOf(snapshot, repo.top);
  const checkedOut = branches.find(branch => branch === current);
  return {
    ok: true,
    value: {
      ...{ plan, task, repo: repo.top, branches },
      newBranch: branchName(plan.settings.rules.branchName, task),
      ...(checkedOut !== undefined && { checkedOut }),
    },
  };
}

/**
 * Begins the work on a task: a new branch is checked out, unless one of the task's is already, and the plan says that
 * the task is being worked on, and by whom. All of it happens or none: where the plan cannot be changed, the branch is
 * taken back.
 * @param person id of who begins; without it nobody is assigned
 */
export async function startWork(
  writing: Writing,
  { item, person }: { readonly item: ItemName; readonly person?: string | undefined },
): Promise<Outcome<StartedWork>> {
  const found = startable(writing, item);
  if (!found.ok) {
    return found;
  }
  const { plan, task, repo, newBranch, checkedOut } = found.value;
  const asked = await startChanges(writing, found.value, person);
  if (!asked.ok) {
    return asked;
  }
  const { store } = writing;
  const started = checkedOut === undefined ? await store.startBranch(repo, newBranch) : undefined;
  if (started && !started.ok) {
    return started;
  }
  const ref = { plan: plan.uid, kind: task.kind, uid: task.uid };
  const changed = await orBack(writing, repo, started?.value, () =>
    asked.value.length > 0
      ? set(writing, [{ item: ref, changes: asked.value }])
      : Promise.resolve({ ok: true, value: [] }),
  );
  if (!changed.ok) {
    return changed;
  }
  const branch = started?.value.branch ?? checkedOut ?? '';
  return { ok: true, value: { task, branch, isNew: started !== undefined, changed: changed.value } };
}

/** What the plan is to say. Where its format has no place for people, it says only that the work has begun. */
async function startChanges(
  reading: Reading,
  { plan, task }: Startable,
  person: string | undefined,
): Promise<Outcome<readonly Change[]>> {
  const status = task.category === 'active' ? [] : categoryChanges(plan, task, 'active');
  // Where a task is a box, it is open or done, and nobody can declare a third.
  const canBeActive = plan.format === 'milepost' || plan.format === 'backlog';
  if (task.category !== 'active' && status.length === 0 && canBeActive) {
    return { ok: false, problem: { code: 'no-such-status', args: [plan.name, 'active'] } };
  }
  const isMissing = person !== undefined && !task.assignees.includes(person);
  const assignee: readonly Change[] = isMissing
    ? [{ kind: 'setList', field: 'assignees', value: [...task.assignees, person] }]
    : [];
  const item = { plan: plan.uid, kind: task.kind, uid: task.uid };
  const both = await settable(reading, { item, changes: [...status, ...assignee] });
  if (both.ok) {
    return { ok: true, value: [...status, ...assignee] };
  }
  const alone = isMissing ? await settable(reading, { item, changes: status }) : both;
  return alone.ok ? { ok: true, value: status } : alone;
}

/** Makes an edit; where that fails, the branch that was started for it goes. */
async function orBack<T>(
  { store }: Writing,
  repo: string,
  started: StartedBranch | undefined,
  edit: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const outcome = await edit().catch(async (error: unknown) => {
    await (started && store.leaveBranch(repo, started));
    throw error;
  });
  const left = started && !outcome.ok ? await store.leaveBranch(repo, started) : outcome;
  return left.ok ? outcome : left;
}
