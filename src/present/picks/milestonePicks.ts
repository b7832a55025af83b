import type { Milestone, Plan } from '../../core/plan/model';
import type { PickRow } from './pickRow';

/**
 * The milestones that a new task can be for, by their uids, and none of them.
 * @param selected uid of a milestone or a task, whose milestone comes first
 */
export function milestonePicks(
  { milestones, tasks }: Plan,
  selected: string | undefined,
): readonly PickRow<{ readonly milestone?: string }>[] {
  const task = tasks.find(one => one.uid === selected);
  const isSelected = (one: Milestone): boolean => one.uid === selected || one.key === task?.milestone;
  const open = milestones.filter(({ status }) => status !== 'done' && status !== 'dropped');
  return [
    ...[...open.filter(isSelected), ...open.filter(one => !isSelected(one))].map(one => ({
      label: one.title,
      description: one.due ?? '',
      value: { milestone: one.uid },
    })),
    { label: { code: 'ui.no-milestone', args: [] }, value: {} },
  ];
}
