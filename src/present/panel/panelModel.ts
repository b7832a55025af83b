import { unreadFiles } from '../../core/insight/review/planChanges';
import type { PlanProblem } from '../../core/plan/problem';
import type { PlanFacts, Repo } from '../../core/snapshot';
import type { PanelModel, PlanModel } from '../../shared/panelModel';
import type { Tab } from '../../shared/tabs';
import type { Text } from '../../words/text';
import { bannerModel, headName } from './frame/banner';
import { insightNotices, notices, unreadNotices } from './frame/notices';
import { planCommitNotices } from './frame/planCommit';
import { factsOf, repoOf } from './panelInput';
import type { PanelInput } from './panelInput';
import { sinceDay } from './panelNeeds';
import { progressModel } from './parts/items';
import { message, REFRESH } from './parts/messages';
import { fitted } from './parts/paging';
import type { Limits } from './parts/paging';
import type { MakeTab } from './tab';
import { PANEL_TABS } from './tabs';

/** Most bytes of JSON one message to the panel may have. */
export const MOST_BYTES = 300 * 1024;
/** Room for what surrounds the model in its message. */
const ENVELOPE = 4 * 1024;

/** Returns what the open tab shows. At most `MOST_BYTES` as JSON: long lists are cut to what fits. */
export async function panelModel(input: PanelInput): Promise<PanelModel> {
  const here = factsOf(input.snapshot, input.plan);
  if (!here) {
    return input.snapshot.phase === 'reading'
      ? message(true, 'panel.loading', 'panel.loading-detail', [])
      : message(false, 'panel.plan-gone', 'panel.plan-gone-detail', [REFRESH]);
  }
  const make = await loadTab(input.view.tab);
  return fitted(limits => planModel(input, here, make, limits), input.view.shown, MOST_BYTES - ENVELOPE);
}

function planModel(input: PanelInput, here: PlanFacts, make: MakeTab, limits: Limits): PlanModel {
  const { snapshot, view, answers } = input;
  const repo = repoOf(snapshot, here);
  const there = answers.shown;
  const facts = view.tab !== 'review' && view.source === 'default' && there?.ok ? there.value : here;
  const banner = bannerModel(here, there, repo, view.source);
  return {
    kind: 'plan',
    name: facts.plan.name,
    today: facts.today,
    ...(repo?.history && { state: stateOf(repo, facts === here) }),
    progress: progressModel(facts.progress.plan),
    notices: [
      ...notices(facts, repo, snapshot.withoutGit),
      ...insightNotices(answers.insightProblem ?? snapshot.insightProblem),
      ...unreadNotices(unreadIn(input, facts)),
      ...planCommitNotices(answers),
    ],
    ...(banner && { banner }),
    content: make({ ...input, facts, repo, since: sinceDay(facts, view), limits }),
  };
}

/** What could not be read of the commits that the open tab compares with. */
function unreadIn({ view, answers }: PanelInput, facts: PlanFacts): readonly PlanProblem[] {
  const { compares } = PANEL_TABS[view.tab];
  if (compares === 'review') {
    return answers.review?.ok ? answers.review.value.unread : [];
  }
  const before = compares && answers.before?.ok ? answers.before.value.plan : undefined;
  return before ? unreadFiles(before, { ...facts.plan, problems: [] }) : [];
}

/** The branch whose plan is shown, and whether with what is not committed yet. */
function stateOf(repo: Repo, isHere: boolean): Text {
  return isHere
    ? { code: 'panel.state-here', args: [headName(repo)] }
    : (repo.history?.defaultBranch?.name ?? '');
}

/** What makes the model of a tab, or says why there is none. */
export async function loadTab(tab: Tab): Promise<MakeTab> {
  try {
    return await PANEL_TABS[tab].load();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return () => ({ tab, kind: 'not-loaded', detail });
  }
}
