import type { PlanChange } from '../../../core/insight/review/planChanges';
import type { Plan } from '../../../core/plan/model';
import type { ItemChangeModel, News } from '../../../shared/panelModel';
import { groupBy } from '../../planIndex';
import { clip } from './paging';

/** Fields of one item that are shown; the rest of its changes can be read in the file. */
const MOST_FIELDS = 12;

/** The changes of one item. */
export interface ItemChanges {
  readonly first: PlanChange;
  readonly all: readonly PlanChange[];
}

/** Changes item by item, in the order in which the items first come. */
export function groupByItem(changes: readonly PlanChange[]): readonly ItemChanges[] {
  const groups = groupBy(changes, ({ kind, key }) => `${kind} ${key}`);
  return [...groups.values()].flatMap(all => (all[0] ? [{ first: all[0], all }] : []));
}

/**
 * One item with what changed in it.
 * @param plan in which the item is opened
 */
export function itemChangeModel({ first, all }: ItemChanges, plan: Plan | undefined): ItemChangeModel {
  const items = plan && { milestone: plan.milestones, task: plan.tasks, risk: plan.risks }[first.kind];
  return {
    uid: items?.find(item => item.key === first.key)?.uid ?? '',
    id: first.id,
    title: clip(first.title),
    kind: first.kind,
    change: first.change,
    news: newsOf({ first, all }, plan),
    fields: all
      .slice(0, MOST_FIELDS)
      .flatMap(({ field, from, to }) =>
        field === undefined ? [] : [{ field, from: clip(from ?? ''), to: clip(to ?? '') }],
      ),
    more: Math.max(0, all.length - MOST_FIELDS),
  };
}

/** Where an item moves in time or in the plan. */
const MOVES: ReadonlySet<string | undefined> = new Set(['due', 'start', 'milestone']);

function newsOf({ first, all }: ItemChanges, plan: Plan | undefined): News {
  if (first.change !== 'changed') {
    return first.change;
  }
  if (first.kind === 'task' && all.some(({ field }) => field === 'status')) {
    const category = plan?.tasks.find(({ key }) => key === first.key)?.category;
    if (category !== undefined && category !== 'open') {
      return category === 'active' ? 'started' : category;
    }
  }
  return all.some(({ field }) => MOVES.has(field)) ? 'moved' : 'changed';
}
