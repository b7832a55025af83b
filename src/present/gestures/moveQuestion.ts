import { isOver } from '../../core/plan/category';
import type { Plan, Task } from '../../core/plan/model';
import { isMilestoneOver } from '../planIndex';
import type { PickList, PickRow } from '../picks/pickRow';

/** Where tasks can be moved to, by the uid of a milestone (none: out of all) or a task. */
export type MoveTarget =
  | { readonly kind: 'milestone'; readonly uid: string | undefined }
  | { readonly kind: 'task'; readonly uid: string };

/** What moving to a task means: behind it in the list, below it, or after it in time. */
export type MoveKind = 'after' | 'under' | 'next';

const KINDS: readonly MoveKind[] = ['after', 'under', 'next'];
const ICONS = { after: 'arrow-down', under: 'indent', next: 'arrow-right' } as const;

/** The milestones and tasks to which tasks of a plan can be moved, those with work left first. */
export function moveTargets({ milestones, tasks }: Plan, moved: readonly Task[]): PickList<MoveTarget> {
  const inOrder = [...milestones.filter(one => !isMilestoneOver(one)), ...milestones.filter(isMilestoneOver)];
  const others = tasks.filter(task => !moved.includes(task));
  const sorted = [
    ...others.filter(one => !isOver(one.category)),
    ...others.filter(one => isOver(one.category)),
  ];
  return [
    { title: { code: 'move.milestones', args: [] } },
    ...inOrder.map(({ uid, title, due }): PickRow<MoveTarget> => ({
      label: title,
      icon: 'milestone',
      ...(due !== undefined && { description: { code: 'edit.due-on', args: [due] } }),
      value: { kind: 'milestone', uid },
    })),
    {
      label: { code: 'ui.no-milestone', args: [] },
      icon: 'inbox',
      value: { kind: 'milestone', uid: undefined },
    },
    { title: { code: 'move.tasks', args: [] } },
    ...sorted.map(({ id, title, uid, status }): PickRow<MoveTarget> => ({
      label: `${id} ${title}`.trim(),
      icon: 'tasklist',
      description: status,
      value: { kind: 'task', uid },
    })),
  ];
}

/**
 * What can be meant by moving tasks to a task.
 * @param last what was meant the last time, which comes first
 */
export function moveKinds(
  { id, title }: Pick<Task, 'id' | 'title'>,
  last: MoveKind,
): readonly PickRow<MoveKind>[] {
  return [last, ...KINDS.filter(kind => kind !== last)].map(kind => ({
    label: { code: `move.kind-${kind}`, args: [] },
    description: { code: `move.${kind}-means`, args: [id || title] },
    icon: ICONS[kind],
    value: kind,
  }));
}
