import type { Observed } from '../../evidence/link';
import type { Message } from '../../base/message';
import { addDays, daysBetween } from '../../base/dates';
import type { Task } from '../../plan/model';
import type { DriftContext } from './driftContext';
import type { DriftMessages } from './finding';

type Reason = Message<DriftMessages>;

/** Calendar days in which a task that became done without evidence is news. */
const NEWS = 84;

/** Every difference between what a task declares and what git shows of it; none once it has left the scope. */
export function driftReasons(task: Task, context: DriftContext): Reason[] {
  const observed = context.observed(task);
  switch (context.leftScope(task) ? 'dropped' : task.category) {
    case 'open':
      return [...notDone(task, observed, context), ...openButStarted(task, observed, context)];
    case 'active': {
      const reasons = notDone(task, observed, context);
      return reasons.length > 0 ? reasons : activeButQuiet(task, observed, context);
    }
    case 'blocked':
      return closedNotDone(observed, context);
    case 'done':
      return observed
        ? [...doneButUnmerged(observed, context), ...workAfterDone(task, observed, context)]
        : doneWithoutEvidence(task, context);
    case 'dropped':
      return [];
  }
}

/** A branch that changes the task's own file is about to set the status itself. */
function openButStarted(task: Task, observed: Observed | undefined, context: DriftContext): Reason[] {
  const branch = observed?.unmerged[0];
  return observed?.state === 'started' && branch !== undefined && !context.changesElsewhere(task)
    ? [{ code: 'open-but-started', args: [observed.openCommits, branch] }]
    : [];
}

function notDone(task: Task, observed: Observed | undefined, context: DriftContext): Reason[] {
  return observed?.state === 'closed'
    ? closedNotDone(observed, context)
    : looksFinished(task, observed, context);
}

function closedNotDone(observed: Observed | undefined, context: DriftContext): Reason[] {
  const commit = context.history.commits.get(observed?.closedBy ?? '');
  return observed?.state === 'closed' && commit
    ? [{ code: 'closed-not-done', args: [commit.hash.slice(0, 12), context.day(commit.commitTime)] }]
    : [];
}

/** Not while a subtask is open, or while some of the criteria are ticked and others are not. */
function looksFinished(task: Task, observed: Observed | undefined, context: DriftContext): Reason[] {
  if (observed?.state !== 'landed' || observed.lastLanded === undefined || context.openSubtasks(task)) {
    return [];
  }
  const ticked = task.checklist.filter(item => item.checked).length;
  const partly = ticked > 0 && ticked < task.checklist.length;
  const last = context.day(observed.lastLanded);
  return !partly && context.workdaysSince(last) >= context.plan.settings.rules.settled
    ? [{ code: 'looks-finished', args: [observed.landedTimes.length, last] }]
    : [];
}

/**
 * Since when a task is active is not known from its file alone. It is taken to be active no longer than
 * since its start date, its last work, or the last change of its file, whichever is latest; with none of
 * them there is no finding. The subtasks of a task speak for it while one is open, and nobody is to go on where the
 * milestone is over.
 */
function activeButQuiet(task: Task, observed: Observed | undefined, context: DriftContext): Reason[] {
  const { plan, history } = context;
  // The file of an inline task changes for its neighbours, too: it only speaks where no work does.
  const changed = task.inline && observed?.lastWork !== undefined ? undefined : context.fileChanged(task);
  const times = [observed?.lastWork, changed].filter(time => time !== undefined);
  const days = [...times.map(context.day), ...(task.start === undefined ? [] : [task.start])];
  const last = days.sort().at(-1);
  if (
    last === undefined ||
    context.openSubtasks(task) ||
    context.isOver(task) ||
    (history.shallow && !observed)
  ) {
    return [];
  }
  const quiet = context.workdaysSince(last);
  return quiet >= plan.settings.rules.stale ? [{ code: 'active-but-quiet', args: [quiet] }] : [];
}

/**
 * Work that landed after the branch's last commit is taken for its squash merge. Whoever is on the branch has finished
 * the task there, and the plan says so once both are merged.
 */
function doneButUnmerged(observed: Observed, { checkedOut }: DriftContext): Reason[] {
  const branch = observed.unmerged.some(name => name === checkedOut) ? undefined : observed.unmerged[0];
  const replaced = (observed.lastLanded ?? -Infinity) >= (observed.lastOpen ?? Infinity);
  return branch !== undefined && !replaced
    ? [{ code: 'done-but-unmerged', args: [branch, observed.openCommits] }]
    : [];
}

/** News only: not for a task whose milestone is over, nor for one whose file has long rested. */
function doneWithoutEvidence(task: Task, context: DriftContext): Reason[] {
  const { history, today } = context;
  if (history.shallow || !context.evidenceIsUsual || context.hasEvidence(task)) {
    return [];
  }
  const changed = context.fileChanged(task);
  const old = changed !== undefined && daysBetween(context.day(changed), today) > NEWS;
  return context.isOver(task) || old || (changed === undefined && !task.inline)
    ? []
    : [{ code: 'done-without-evidence', args: [] }];
}

/**
 * When a task became done is known only where its tool moves the files of done tasks (Backlog.md); there
 * it was done at the latest when its file arrived.
 */
function workAfterDone(task: Task, observed: Observed, context: DriftContext): Reason[] {
  const { plan } = context;
  const completed = plan.format === 'backlog' && task.file.startsWith(`${plan.folder}/completed/`);
  const done = completed ? context.fileArrived(task) : undefined;
  if (done === undefined) {
    return [];
  }
  const last = addDays(context.day(done), plan.settings.rules.afterDone);
  const late = observed.landedTimes.filter(time => context.day(time) > last).length;
  return late > 0 ? [{ code: 'work-after-done', args: [late, context.day(done)] }] : [];
}
