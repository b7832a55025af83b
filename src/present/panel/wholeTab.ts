import type { PlanInsight } from '../../core/insight/planInsight';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { LISTS } from '../../shared/parts';
import type { PlanModel } from '../../shared/panelModel';
import type { Tab } from '../../shared/protocol';
import type { Limits } from './parts/paging';
import { repoOf } from './panelInput';
import { tabContent } from './panelModel';

const ALL: Limits = { shown: Object.fromEntries(LISTS.map(list => [list, Infinity])), most: Infinity };

/** Everything that a fresh tab shows of a plan, not only what fits into a message to the panel. */
export function wholeTab(
  snapshot: Snapshot,
  facts: PlanFacts,
  insight: PlanInsight | undefined,
  tab: Tab,
): PlanModel['content'] {
  const view = { revision: 0, tab, source: 'current', shown: {} } as const;
  const input = { snapshot, plan: facts.plan.uid, view, answers: insight ? { insight } : {} };
  return tabContent(input, facts, repoOf(snapshot, facts), ALL);
}
