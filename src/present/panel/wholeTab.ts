import type { PlanInsight } from '../../core/insight/planInsight';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { LISTS } from '../../shared/parts';
import type { PlanModel } from '../../shared/panelModel';
import type { Tab } from '../../shared/tabs';
import type { Limits } from './parts/paging';
import { repoOf } from './panelInput';
import { loadTab } from './panelModel';
import { sinceDay } from './panelNeeds';

const NO_LIMITS: Limits = { shown: Object.fromEntries(LISTS.map(list => [list, Infinity])), most: Infinity };

/** Returns everything that a fresh tab shows of a plan, not only what fits into a message to the panel. */
export async function wholeTab(
  snapshot: Snapshot,
  facts: PlanFacts,
  insight: PlanInsight | undefined,
  tab: Tab,
): Promise<PlanModel['content']> {
  const view = { revision: 0, tab, source: 'current', shown: {} } as const;
  const input = { snapshot, plan: facts.plan.uid, view, answers: insight ? { insight } : {} };
  const make = await loadTab(tab);
  return make({
    ...input,
    facts,
    repo: repoOf(snapshot, facts),
    since: sinceDay(facts, view),
    limits: NO_LIMITS,
  });
}
