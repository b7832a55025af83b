import { diffPlans } from '../../../core/insight/review/planChanges';
import { dayOf, daysBetween } from '../../../core/base/dates';
import type { PlanFacts, Repo } from '../../../core/snapshot';
import type { BannerModel } from '../../../shared/panelModel';
import type { View } from '../../../shared/protocol';
import type { Text } from '../../../words/text';
import { groupByItem } from '../parts/changes';
import { isOffDefault } from '../../../core/evidence/graph/history';
import type { Answer } from '../panelInput';

/**
 * Says whose plan is shown while another branch than the default one is checked out; undefined otherwise.
 * @param here the plan of the working tree
 * @param there the plan of the default branch, undefined while it has not been read
 */
export function bannerModel(
  here: PlanFacts,
  there: Answer<PlanFacts> | undefined,
  repo: Repo | undefined,
  source: View['source'],
): BannerModel | undefined {
  const branch = repo?.history?.defaultBranch?.name;
  if (!repo?.history || branch === undefined || !isOffDefault(repo.history) || !there) {
    return undefined;
  }
  const name = headName(repo);
  const hint: Text = { code: 'panel.banner-hint', args: [branch] };
  const { fetched, branches } = repo.history;
  // A fresh clone has remote branches, and was not fetched yet.
  const canFetch = fetched !== undefined || branches.some(({ remote }) => remote !== undefined);
  if (!there.ok) {
    return {
      showing: 'current',
      text: [{ code: 'panel.banner-current', args: [branch, name] }, there.problem],
      hint: '',
      action: '',
      canFetch,
    };
  }
  const differ = groupByItem(diffPlans(there.value.plan, here.plan)).length;
  const zone = here.plan.settings.timezone;
  const facts: Text[] = [{ code: 'panel.banner-differ', args: [differ] }];
  if (fetched !== undefined) {
    facts.push({
      code: 'panel.banner-fetched',
      args: [Math.max(0, daysBetween(dayOf(fetched, zone), here.today))],
    });
  }
  return {
    showing: source,
    text: [{ code: `panel.banner-${source}`, args: [branch, name] }, ...facts],
    hint,
    action: { code: 'panel.banner-show-default', args: [source === 'default' ? name : branch] },
    canFetch,
  };
}

/** What is checked out, by its name or its hash. */
export function headName(repo: Repo): string {
  const head = repo.history?.head;
  if (!head) {
    return '';
  }
  return head.kind === 'detached' ? (head.branch ?? head.hash.slice(0, 8)) : head.branch;
}
