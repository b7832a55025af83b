import { addDays } from '../../core/base/dates';
import type { IsoDate } from '../../core/base/dates';
import { isOffDefault } from '../../core/evidence/graph/history';
import { SINCE_DAYS } from '../../core/insight/sinceDays';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import type { Tab, View } from '../../shared/protocol';
import { factsOf, repoOf } from './panelInput';
import type { PanelNeeds } from './panelInput';

/** What must be asked to draw the open tab; of git nothing while it has not answered, or cannot. */
export function panelNeeds(snapshot: Snapshot, plan: string, view: View): PanelNeeds {
  const facts = factsOf(snapshot, plan);
  const repo = facts && repoOf(snapshot, facts);
  if (!facts) {
    return {};
  }
  if (!repo?.history || repo.history.head.kind === 'unborn') {
    return view.tab === 'review' ? {} : { insight: {} };
  }
  const shown = isOffDefault(repo.history) && repo.history.defaultBranch?.ref;
  const of = shown ? { shown } : {};
  const before = sinceDay(facts, view);
  switch (view.tab) {
    case 'overview':
      return { ...of, before, insight: {} };
    case 'timeline':
      return { ...of, before, insight: {}, baseline: { today: before } };
    case 'risks':
      return { ...of, before, insight: {} };
    case 'people':
      return { ...of, insight: {} };
    case 'forecast':
      return { ...of, insight: { backtest: true } };
    case 'review':
      return {
        review: { ...(view.base && { base: view.base }), ...(view.head && { head: view.head }) },
        ...(view.head && { atHead: view.head }),
      };
  }
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
