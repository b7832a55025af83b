import { compileGlob } from '../plan/glob';
import type { Plan } from '../plan/model';
import type { Steps } from '../steps';
import { finish } from '../steps';
import type { Commit, History } from './history';
import { CommitNumbers } from './hashIndex';
import { compileIgnored } from './ignoredCommit';
import type { PlanEvidence } from './link';
import { isRevert, revertedHashes, saysNoTask } from './messageEvidence';
import { branchRoles } from './namedBranches';
import { isPlanning } from './planningCommit';
import { addAncestors } from './reach';

/** The plans of one repository with their evidence. */
export interface WithoutTaskInput {
  readonly history: History;
  readonly plans: readonly {
    readonly plan: Plan;
    readonly prefix: string;
    readonly evidence?: PlanEvidence;
  }[];
  /** Of all plans of the repository, relative to its top, each with a trailing `/`. */
  readonly planFolders: readonly string[];
}

const remembered = new WeakMap<History, { readonly about: readonly unknown[]; readonly found: string[] }>();

/**
 * Commits on the default and the current branch that could have a task and have none, newest first. The
 * last answer is remembered: an edit of a plan file mostly changes neither evidence nor settings.
 */
export function commitsWithoutTask(input: WithoutTaskInput): readonly string[] {
  return finish(withoutTaskSteps(input));
}

/** `commitsWithoutTask` in small steps. */
export function* withoutTaskSteps(input: WithoutTaskInput): Steps<readonly string[]> {
  const about = [
    ...input.planFolders,
    ...input.plans.flatMap(({ plan, prefix, evidence }) => [
      plan.settings,
      plan.folder,
      prefix,
      evidence,
      namesTasks(plan),
    ]),
  ];
  const last = remembered.get(input.history);
  if (last?.about.length === about.length && last.about.every((part, index) => part === about[index])) {
    return last.found;
  }
  yield;
  const found = findWithoutTask(input);
  remembered.set(input.history, { about, found });
  return found;
}

function findWithoutTask(input: WithoutTaskInput): string[] {
  const { history, plans } = input;
  const lacks = lacksTask(input);
  const scope = new Set<string>();
  for (const { plan } of plans) {
    addAncestors(history, branchRoles(history, plan.settings).defaultTip ?? '', scope);
  }
  if (history.head.kind !== 'unborn') {
    addAncestors(history, history.head.hash, scope);
  }
  return [...history.commits.values()]
    .filter(commit => scope.has(commit.hash) && lacks(commit))
    .map(commit => commit.hash);
}

/**
 * Tells whether a commit could have a task and has none: work, no link in any plan, made after a plan
 * whose `paths` it touches came to be, and not excused by `Task: none`, by a revert, or by `ignore`.
 */
export function lacksTask({ history, plans, planFolders }: WithoutTaskInput): (commit: Commit) => boolean {
  const undone = undoneCommits(history);
  const rules = plans.flatMap(({ plan, prefix, evidence }) => {
    const first = evidence && namesTasks(plan) && firstPlanCommit(plan, prefix, history);
    return first ? [{ evidence, first, expects: compileExpects(plan) }] : [];
  });
  return commit =>
    !isPlanning(commit, planFolders) &&
    !undone.has(commit.hash) &&
    rules.every(({ evidence }) => !evidence.byCommit.has(commit.hash)) &&
    rules.some(
      ({ first, expects }) =>
        commit.hash !== first.hash && commit.commitTime >= first.commitTime && expects(commit),
    );
}

/** Whether the plan's rules expect a task of a work commit. */
function compileExpects({ settings }: Plan): (commit: Commit) => boolean {
  const paths = settings.paths.map(pattern => compileGlob(pattern));
  const ignored = compileIgnored(settings);
  return commit =>
    (paths.length === 0 || commit.files.some(file => paths.some(matches => matches(file.path)))) &&
    !ignored(commit) &&
    !saysNoTask(commit.message, settings.rules.trailer);
}

/** In some formats no commit names a task; where none is expected to, none is missed. */
function namesTasks({ tasks }: Plan): boolean {
  return tasks.length === 0 || tasks.some(({ expectsEvidence }) => expectsEvidence);
}

/** The oldest commit that touches the plan's folder: before it, no commit could have had a task. */
function firstPlanCommit(plan: Plan, prefix: string, history: History): Commit | undefined {
  const folder = `${prefix}${plan.folder}/`;
  let first: Commit | undefined;
  for (const commit of history.commits.values()) {
    if (commit.files.some(file => file.path.startsWith(folder))) {
      first = commit;
    }
  }
  return first;
}

/** Reverts and what they take back: together no work, whatever evidence they have lost. */
function undoneCommits(history: History): Set<string> {
  const index = new CommitNumbers([...history.commits.values()]);
  const undone = new Set<string>();
  for (const { hash, message } of history.commits.values()) {
    if (isRevert(message)) {
      undone.add(hash);
    }
    for (const target of revertedHashes(message)) {
      undone.add(index.find(target) ?? '');
    }
  }
  return undone;
}
