import type { History } from '../core/evidence/graph/history';
import type { Task } from '../core/plan/model';
import type { Snapshot } from '../core/snapshot';
import type { Text } from '../words/text';
import { branchTasks } from './branchTasks';
import { shownHealth } from './health';
import { mainLineText, unusualMainLine } from './mainLine';
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
  /** The first task of the branch; undefined where only the main line is told. */
  readonly subject?: Subject;
}

const MAX_LENGTH = 40;

/**
 * The task of the checked-out branch and its milestone's health, and the main line where it is not the obvious one;
 * undefined when there is neither.
 */
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
        ...mainLine(scope.history).short,
      ];
      return {
        text,
        tooltip: [...tasks.flatMap(task => taskTooltip(scope, task)), ...mainLine(scope.history).tooltip],
        accessibility: [{ code: 'ui.tasks-of-branch', args: [branch ?? ''] }, ...tasks.map(taskLabel)],
        subject: { kind: 'task', plan: facts.plan.uid, uid: first.uid },
      };
    }
  }
  return onlyMainLine(snapshot);
}

function onlyMainLine({ repos }: Snapshot): StatusBarModel | undefined {
  for (const { history } of repos) {
    const { short, tooltip } = mainLine(history);
    if (short.length > 0) {
      return { text: short, tooltip, accessibility: short };
    }
  }
  return undefined;
}

function mainLine(history: History | undefined): {
  readonly short: readonly Text[];
  readonly tooltip: readonly TooltipPart[];
} {
  const branch = history && unusualMainLine(history);
  const text = history && mainLineText(history);
  return branch === undefined || !text
    ? { short: [], tooltip: [] }
    : {
        short: [{ code: 'ui.main-line-short', args: [branch] }],
        tooltip: [{ kind: 'text', text }],
      };
}

function shortened(task: Task): string {
  const label = taskLabel(task);
  return label.length > MAX_LENGTH ? `${label.slice(0, MAX_LENGTH - 1).trimEnd()}…` : label;
}
