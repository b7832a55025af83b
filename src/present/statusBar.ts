import type { Task } from '../core/plan/model';
import type { Snapshot } from '../core/snapshot';
import type { Text } from '../words/text';
import { branchTasks } from './branchTasks';
import { shownHealth } from './health';
import type { Subject, TooltipPart } from './row';
import { currentBranch, scopeOf } from './rows/scope';
import { taskLabel } from './rows/taskRow';
import { taskTooltip } from './tooltips/taskTooltip';

/** What the status bar shows. */
export interface StatusBarModel {
  /** Without icon. */
  readonly text: Text;
  readonly tooltip: readonly TooltipPart[];
  readonly accessibility: Text;
  /** The first task of the branch. */
  readonly subject: Subject;
}

const MAX_LENGTH = 40;

/** The task of the checked-out branch and its milestone's health; undefined when it names none. */
export function statusBarModel(snapshot: Snapshot): StatusBarModel | undefined {
  for (const facts of snapshot.plans) {
    const scope = scopeOf(snapshot, facts);
    const branch = currentBranch(scope.history);
    const keys = branchTasks(facts.evidence, branch);
    const tasks = [...keys].flatMap(key => scope.index.byKey.get(key) ?? []);
    const [first, ...more] = tasks;
    if (first) {
      const milestone = facts.plan.milestones.find(({ key }) => key === first.milestone);
      const health = milestone && shownHealth(milestone, facts, scope.insight);
      const text: Text = [
        shortened(first),
        ...(more.length > 0 ? [{ code: 'ui.and-more' as const, args: [more.length] as [number] }] : []),
        ...(health ? [health.word] : []),
      ];
      return {
        text,
        tooltip: tasks.flatMap(task => taskTooltip(scope, task)),
        accessibility: [{ code: 'ui.tasks-of-branch', args: [branch ?? ''] }, ...tasks.map(taskLabel)],
        subject: { kind: 'task', plan: facts.plan.uid, uid: first.uid },
      };
    }
  }
  return undefined;
}

function shortened(task: Task): string {
  const label = taskLabel(task);
  return label.length > MAX_LENGTH ? `${label.slice(0, MAX_LENGTH - 1).trimEnd()}…` : label;
}
