import { isOver } from '../../core/plan/category';
import type { Item } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';
import { isMilestoneOver } from '../planIndex';
import type { SubjectOf } from '../row';
import type { PickRow } from './pickRow';

/** Something that a gesture can be made on. */
export type ItemSubject = SubjectOf<'task' | 'milestone' | 'risk'>;

/** The items of some kinds in all plans: those with work left first. */
export function itemPicks(
  { plans }: Snapshot,
  kinds: readonly Item['kind'][],
): readonly PickRow<ItemSubject>[] {
  const open: PickRow<ItemSubject>[] = [];
  const over: PickRow<ItemSubject>[] = [];
  for (const { plan } of plans) {
    const all: readonly Item[] = [...plan.tasks, ...plan.milestones, ...plan.risks];
    for (const item of all.filter(({ kind }) => kinds.includes(kind))) {
      (isItemOver(item) ? over : open).push({
        label: item.kind === 'milestone' ? item.title : `${item.id} ${item.title}`.trim(),
        description: plans.length > 1 ? `${item.status} · ${plan.name}` : item.status,
        icon: ICONS[item.kind],
        value: { kind: item.kind, plan: plan.uid, uid: item.uid },
      });
    }
  }
  return [...open, ...over];
}

const ICONS = { task: 'tasklist', milestone: 'milestone', risk: 'warning' } as const;

function isItemOver(item: Item): boolean {
  switch (item.kind) {
    case 'task':
      return isOver(item.category);
    case 'milestone':
      return isMilestoneOver(item);
    case 'risk':
      return item.status === 'closed';
  }
}
