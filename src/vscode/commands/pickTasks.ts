import * as vscode from 'vscode';
import type { Task } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import { pickMany, pickOne } from '../ask';
import type { Loaded } from '../session';
import type { SubjectOf } from './subjects';

interface TaskItem extends vscode.QuickPickItem {
  readonly subject?: SubjectOf<'task'>;
}

/** Which tasks to offer, and in what words. */
export interface TaskQuestion {
  readonly title: string;
  readonly many?: boolean;
  /** Only tasks of plans in this repository (`Repo.top`). */
  readonly repo?: string;
  /** Uids of the tasks to offer; all when left out. */
  readonly among?: ReadonlySet<string>;
}

/** Asks for tasks: those of the checked-out branch first, then active ones, then the rest, finished ones last. */
export async function pickTasks(
  { engine: { branchTasks, say }, store }: Loaded,
  question: TaskQuestion,
): Promise<readonly SubjectOf<'task'>[]> {
  const { snapshot } = store;
  const plans = snapshot.plans.filter(({ repo }) => question.repo === undefined || repo === question.repo);
  const groups: [TaskItem[], TaskItem[], TaskItem[], TaskItem[]] = [[], [], [], []];
  for (const facts of plans) {
    const { head } = snapshot.repos.find(({ top }) => top === facts.repo)?.history ?? {};
    const onBranch = branchTasks(facts.evidence, head?.branch);
    for (const task of facts.plan.tasks) {
      if (task.id !== '' && (question.among?.has(task.uid) ?? true)) {
        groups[onBranch.has(task.key) ? 0 : task.category === 'active' ? 1 : isOver(task) ? 3 : 2].push(
          toItem(facts, task, plans.length),
        );
      }
    }
  }
  const titles = [
    'ui.pick-branch-tasks',
    'ui.pick-active-tasks',
    'ui.pick-other-tasks',
    'ui.pick-finished-tasks',
  ] as const;
  const items = groups.flatMap((group, i) =>
    group.length === 0
      ? []
      : [
          {
            label: say({ code: titles[i] ?? titles[2], args: [] }),
            kind: vscode.QuickPickItemKind.Separator,
          },
          ...group,
        ],
  );
  const options = {
    title: question.title,
    matchOnDescription: true,
    placeHolder: say({ code: 'ui.pick-task', args: [] }),
  };
  const picked = question.many
    ? await pickMany<TaskItem>(items, options)
    : [await pickOne<TaskItem>(items, options)];
  return picked.flatMap(item => item?.subject ?? []);
}

function isOver({ category }: Task): boolean {
  return category === 'done' || category === 'dropped';
}

function toItem({ plan }: PlanFacts, task: Task, plans: number): TaskItem {
  return {
    label: `${task.id} ${task.title}`,
    description: plans > 1 ? `${task.status} · ${plan.name}` : task.status,
    subject: { kind: 'task', plan: plan.uid, uid: task.uid },
  };
}
