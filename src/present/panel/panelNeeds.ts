import { addDays } from '../../core/base/dates';
import type { IsoDate } from '../../core/base/dates';
import { isOffDefault } from '../../core/evidence/graph/history';
import { SINCE_DAYS } from '../../core/insight/sinceDays';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import type { View } from '../../shared/protocol';
import type { Tab } from '../../shared/tabs';
import { factsOf, repoOf } from './panelInput';
import type { PanelNeeds } from './panelInput';
import { PANEL_TABS } from './tabs';

/** What must be asked to draw the open tab; of git nothing while it has not answered, or cannot. */
export function panelNeeds(snapshot: Snapshot, plan: string, view: View): PanelNeeds {
  const facts = factsOf(snapshot, plan);
  const repo = facts && repoOf(snapshot, facts);
  if (!facts) {
    return {};
  }
  const { needs } = PANEL_TABS[view.tab];
  const before = sinceDay(facts, view);
  if (!repo?.history || repo.history.head.kind === 'unborn') {
    return needs(view, {}, before).insight ? { insight: {} } : {};
  }
  const shown = isOffDefault(repo.history) && repo.history.defaultBranch?.ref;
  return needs(view, shown ? { shown } : {}, before);
}

/** The day that is compared with today. */
export function sinceDay({ today }: Pick<PlanFacts, 'today'>, { since }: View): IsoDate {
  return addDays(today, -(since ?? SINCE_DAYS));
}

/** The tab a panel opens with when the user has not chosen one: the review while there is a branch for it. */
export function firstTab(snapshot: Snapshot, plan: string, fromDiff: boolean): Tab {
  const facts = factsOf(snapshot, plan);
  const repo = facts && repoOf(snapshot, facts);
  return fromDiff || (repo?.history && isOffDefault(repo.history)) ? 'review' : 'overview';
}
