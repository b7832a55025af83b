import type { Plan, Task } from '../../plan/model';
import { sameOtherIds } from '../../plan/otherIds';
import type { Steps } from '../../base/steps';
import type { TasksOfBranch } from '../branches/branchEvidence';
import { compileBranchTasks } from '../branches/branchEvidence';
import { sameTexts } from './commitLinks';
import type { FileClues } from './fileEvidence';
import { compileFileClues } from './fileEvidence';
import type { IdMatcher } from './idMatcher';
import { compileIdMatcher } from './idMatcher';

/** What a plan says about how its tasks are found in commits, compiled. */
export interface PlanRules {
  readonly plan: Plan;
  /** What makes a path of the plan relative to the top of the repository. */
  readonly prefix: string;
  /** Former prefixes that the history shows, upper case. */
  readonly aliases: ReadonlySet<string>;
  readonly matcher: IdMatcher;
  readonly tasksOf: TasksOfBranch;
  readonly fileClues: FileClues;
}

/**
 * Compiles the rules of a plan, in small steps.
 * @param before those of the plan before an edit: what the edit leaves alone stays the same object
 */
export function* ruleSteps(
  plan: Plan,
  prefix: string,
  aliases: ReadonlySet<string>,
  before?: PlanRules,
): Steps<PlanRules> {
  const known =
    before && sameIds(before.plan, plan) && sameTexts([...before.aliases], [...aliases]) ? before : undefined;
  const matcher = known?.matcher ?? compileIdMatcher(plan, aliases);
  yield;
  const tasksOf =
    known && everyTask(known.plan, plan, sameBranches) ? known.tasksOf : compileBranchTasks(plan, matcher);
  yield;
  const fileClues =
    known && known.prefix === prefix && sameFiles(known.plan, plan)
      ? known.fileClues
      : compileFileClues(plan, prefix, matcher);
  return { plan, prefix, aliases, matcher, tasksOf, fileClues };
}

/** True when both plans hold the same ids, in the same order, and other ids stand for the same items. */
export function sameIds(before: Plan, after: Plan): boolean {
  return (
    before.settings.prefix === after.settings.prefix &&
    sameTexts(before.settings.aliases, after.settings.aliases) &&
    sameOtherIds(before.otherIds, after.otherIds) &&
    everyTask(before, after, (a, b) => a.key === b.key && a.id === b.id)
  );
}

/** True when both plans have the same hand-made links. */
export function sameHandLinks(before: Plan, after: Plan): boolean {
  return (
    before.settings.timezone === after.settings.timezone &&
    everyTask(before, after, (a, b) => a.key === b.key && sameTexts(a.handLinks, b.handLinks))
  );
}

function sameFiles(before: Plan, after: Plan): boolean {
  return (
    before.folder === after.folder &&
    before.settings.rules.bulkFiles === after.settings.rules.bulkFiles &&
    everyTask(before, after, (a, b) => a.file === b.file && a.inline === b.inline)
  );
}

function sameBranches(a: Task, b: Task): boolean {
  return sameTexts(a.branches, b.branches);
}

/** Compares the tasks of two plans one by one. An edit leaves nearly all of them the same objects. */
function everyTask(before: Plan, after: Plan, same: (a: Task, b: Task) => boolean): boolean {
  return (
    before.tasks.length === after.tasks.length &&
    before.tasks.every((task, place) => {
      const now = after.tasks[place];
      return task === now || (now !== undefined && same(task, now));
    })
  );
}
