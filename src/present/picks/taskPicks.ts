import { isOver } from '../../core/plan/category';
import type { Task } from '../../core/plan/model';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { branchTasks } from '../branchTasks';
import type { Text } from '../../words/text';
import type { SubjectOf } from '../row';
import { currentBranch } from '../rows/scope';
import { titled, type PickList, type PickRow } from './pickRow';

/** Which tasks are offered. */
export interface TaskQuestion {
  /** Only tasks of plans in this repository (`Repo.top`). */
  readonly repo?: string;
  /** Uids of the tasks to offer; all when left out. */
  readonly among?: ReadonlySet<string>;
  /** Tasks that come first, each with the reasons why, the likeliest first. */
  readonly likely?: readonly LikelyPick[];
}

/** A task (its `Plan.uid` and uid) that is probably meant, and why. */
export interface LikelyPick {
  readonly plan: string;
  readonly uid: string;
  readonly reasons: readonly Text[];
}

const TITLES = [
  'ui.pick-branch-tasks',
  'ui.pick-active-tasks',
  'ui.pick-other-tasks',
  'ui.pick-finished-tasks',
] as const;

/** Tasks with an id: those of the checked-out branch first, then active ones, then the rest, finished ones last. */
export function taskPicks(
  snapshot: Snapshot,
  { repo, among, likely = [] }: TaskQuestion = {},
): PickList<SubjectOf<'task'>> {
  const plans = snapshot.plans.filter(facts => repo === undefined || facts.repo === repo);
  const groups = TITLES.map((): PickRow<SubjectOf<'task'>>[] => []);
  const first: (PickRow<SubjectOf<'task'>> | undefined)[] = likely.map(() => undefined);
  for (const facts of plans) {
    const history = snapshot.repos.find(({ top }) => top === facts.repo)?.history;
    const onBranch = branchTasks(facts.evidence, currentBranch(history));
    for (const task of facts.plan.tasks) {
      if (task.id !== '' && (among?.has(task.uid) ?? true)) {
        const place = likely.findIndex(({ plan, uid }) => plan === facts.plan.uid && uid === task.uid);
        const row = taskPick(facts, task, plans.length);
        if (place < 0) {
          groups[groupOf(task, onBranch)]?.push(row);
        } else {
          first[place] = { ...row, icon: 'sparkle', detail: likely[place]?.reasons ?? [] };
        }
      }
    }
  }
  const rows: PickList<SubjectOf<'task'>> = TITLES.flatMap((code, index) =>
    titled(code, groups[index] ?? []),
  );
  return [
    ...titled(
      'ui.pick-likely-tasks',
      first.flatMap(row => row ?? []),
    ),
    ...rows,
  ];
}

/** The place in `TITLES`. */
function groupOf({ key, category }: Task, onBranch: ReadonlySet<string>): number {
  if (onBranch.has(key)) {
    return 0;
  }
  return category === 'active' ? 1 : isOver(category) ? 3 : 2;
}

function taskPick({ plan }: PlanFacts, task: Task, plans: number): PickRow<SubjectOf<'task'>> {
  return {
    label: `${task.id} ${task.title}`,
    description: plans > 1 ? `${task.status} · ${plan.name}` : task.status,
    value: { kind: 'task', plan: plan.uid, uid: task.uid },
  };
}
