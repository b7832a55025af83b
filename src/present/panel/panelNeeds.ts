import { addDays } from '../../core/plan/dates';
import type { Repo, Snapshot } from '../../core/snapshot';
import type { Tab, View } from '../../shared/protocol';
import { factsOf, repoOf } from './panelInput';
import type { PanelNeeds } from './panelInput';

/** How many days back "recent" reaches. */
const RECENT_DAYS = 7;

/** What must be asked of git to draw the open tab; nothing while git has not answered, or cannot. */
export function panelNeeds(snapshot: Snapshot, plan: string, view: View): PanelNeeds {
  const facts = factsOf(snapshot, plan);
  const repo = facts && repoOf(snapshot, facts);
  if (!facts || !repo?.history || repo.history.head.kind === 'unborn') {
    return {};
  }
  const off = isOffDefault(repo);
  const shown = off && repo.history.defaultBranch?.ref;
  switch (view.tab) {
    case 'overview':
      return { ...(shown && { shown }), before: addDays(facts.today, -RECENT_DAYS) };
    case 'risks':
      return { ...(shown && { shown }) };
    case 'review':
      return {
        review: { ...(view.base && { base: view.base }), ...(view.head && { head: view.head }) },
        ...(view.head && { atHead: view.head }),
      };
  }
}

/** True when another branch than the default one, or a commit off it, is checked out. */
export function isOffDefault(repo: Repo): boolean {
  const { head, defaultBranch } = repo.history ?? {};
  if (!head || !defaultBranch || head.kind === 'unborn') {
    return false;
  }
  return head.kind === 'branch' ? head.branch !== defaultBranch.name : head.hash !== defaultBranch.tip;
}

/** The tab a panel opens with when the user has not chosen one: the review while there is a branch for it. */
export function firstTab(snapshot: Snapshot, plan: string, fromDiff: boolean): Tab {
  const facts = factsOf(snapshot, plan);
  const repo = facts && repoOf(snapshot, facts);
  return fromDiff || (repo && isOffDefault(repo)) ? 'review' : 'overview';
}
