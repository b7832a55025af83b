import { unreadFiles } from '../../core/insight/review/planChanges';
import type { PlanProblem } from '../../core/plan/problem';
import type { PlanFacts, Repo } from '../../core/snapshot';
import type { ActionModel, MessageModel, PanelModel, PlanModel, ReviewModel } from '../../shared/panelModel';
import type { Text } from '../../words/text';
import { effectRows } from '../effectRows';
import { bannerModel, headName } from './frame/banner';
import { forecastModel } from './forecast/forecast';
import { progressModel } from './parts/items';
import { insightNotices, MANAGE_TRUST, notices, SHOW_LOG, unreadNotices } from './frame/notices';
import { overviewModel } from './overview/overview';
import { peopleModel } from './people/people';
import { fitted } from './parts/paging';
import type { Limits } from './parts/paging';
import { factsOf, repoOf } from './panelInput';
import type { PanelInput } from './panelInput';
import { sinceDay } from './panelNeeds';
import { reviewModel } from './review/review';
import { timelineModel } from './timeline/timeline';
import type { Baseline } from './timeline/timeline';
import { unmergedBranches } from './overview/unmergedBranches';
import { risksModel } from './risks/risks';

/** Most bytes of JSON one message to the panel may have. */
export const MOST_BYTES = 300 * 1024;
/** Room for what surrounds the model in its message. */
const ENVELOPE = 4 * 1024;

/** Lines about the effect of a branch that are shown. */
const MOST_EFFECTS = 60;

const REFRESH: ActionModel = { command: 'refresh', text: { code: 'panel.refresh', args: [] } };
/** What the open tab shows. At most `MOST_BYTES` as JSON: long lists are cut to what fits. */
export function panelModel(input: PanelInput): PanelModel {
  const here = factsOf(input.snapshot, input.plan);
  if (!here) {
    return input.snapshot.phase === 'reading'
      ? message(true, 'panel.loading', 'panel.loading-detail', [])
      : message(false, 'panel.plan-gone', 'panel.plan-gone-detail', [REFRESH]);
  }
  return fitted(limits => planModel(input, here, limits), input.view.shown, MOST_BYTES - ENVELOPE);
}

function planModel(input: PanelInput, here: PlanFacts, limits: Limits): PlanModel {
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
    ],
    ...(banner && { banner }),
    content: tabContent(input, facts, repo, limits),
  };
}

/** What could not be read of the commits that the open tab compares with. */
function unreadIn({ view, answers }: PanelInput, facts: PlanFacts): readonly PlanProblem[] {
  if (view.tab === 'review') {
    return answers.review?.ok ? answers.review.value.unread : [];
  }
  const compares = view.tab === 'overview' || view.tab === 'risks';
  const before = compares && answers.before?.ok ? answers.before.value.plan : undefined;
  return before ? unreadFiles(before, { ...facts.plan, problems: [] }) : [];
}

/** The branch whose plan is shown, and whether with what is not committed yet. */
function stateOf(repo: Repo, isHere: boolean): Text {
  return isHere
    ? { code: 'panel.state-here', args: [headName(repo)] }
    : (repo.history?.defaultBranch?.name ?? '');
}

/** What the tab of the view shows of a plan. */
export function tabContent(
  input: PanelInput,
  facts: PlanFacts,
  repo: Repo | undefined,
  limits: Limits,
): PlanModel['content'] {
  const { view, answers } = input;
  const computing = !answers.insight && !answers.insightProblem;
  const missing = { kind: computing ? 'computing' : 'not-computed' } as const;
  switch (view.tab) {
    case 'overview': {
      return {
        ...overviewModel(facts, repo, answers.before, sinceDay(facts, view), limits, answers.insight),
        computing,
      };
    }
    case 'timeline':
      return answers.insight
        ? timelineModel(facts, answers.insight, baselineOf(answers), view, limits)
        : { tab: view.tab, ...missing };
    case 'forecast':
      return answers.insight ? forecastModel(facts, answers.insight) : { tab: view.tab, ...missing };
    case 'risks':
      return risksModel(
        facts,
        { repo, before: answers.before, since: sinceDay(facts, view), insight: answers.insight, computing },
        view,
        limits,
      );
    case 'people':
      return answers.insight
        ? peopleModel(facts, input.snapshot.plans, answers.insight, view, limits)
        : { tab: view.tab, ...missing };
    case 'review':
      return reviewTab(input, facts, repo, limits);
  }
}

function baselineOf({ before, baseline }: PanelInput['answers']): Baseline | undefined {
  return before?.ok && baseline ? { plan: before.value.plan, insight: baseline } : undefined;
}

function reviewTab(
  { snapshot, view, answers }: PanelInput,
  facts: PlanFacts,
  repo: Repo | undefined,
  limits: Limits,
): ReviewModel {
  const found = answers.review?.ok ? answers.review.value : undefined;
  const fallback = repo?.history?.defaultBranch?.name ?? '';
  const head = view.head ?? (repo ? headName(repo) : '');
  return {
    tab: 'review',
    base: {
      name: view.base ?? fallback,
      ...(found && { hash: found.base.hash }),
      pinned: view.base !== undefined,
    },
    head: { name: head, ...(found && { hash: found.head.hash }), pinned: view.head !== undefined },
    state: reviewState(),
  };

  function reviewState(): ReviewModel['state'] {
    if (!answers.review) {
      return repo?.problem || !repo
        ? failed(repo?.problem ?? snapshot.withoutGit ?? { code: 'git-not-repository', args: [] })
        : repo.history?.head.kind === 'unborn'
          ? failed({ code: 'git-unborn', args: [] })
          : message(true, 'panel.recent-reading', 'panel.review-reading-detail', []);
    }
    if (!found) {
      return failed(answers.review.ok ? '' : answers.review.problem, 'panel.review-failed');
    }
    if (found.base.hash === found.head.hash && found.changes.length === 0) {
      const title: Text = { code: 'panel.review-nothing', args: [head] };
      const detail: Text = { code: 'panel.review-nothing-detail', args: [] };
      const heads = repo?.history ? unmergedBranches(repo.history, found.head.hash) : [];
      return { kind: 'message', busy: false, title, detail, actions: [], heads };
    }
    const plans = answers.atHead?.ok ? [answers.atHead.value, facts] : [facts];
    const effect = answers.effect?.ok ? effectRows(answers.effect.value) : undefined;
    const effectProblem: Text | undefined = answers.effect?.ok === false ? answers.effect.problem : undefined;
    return {
      ...reviewModel(found, plans, limits),
      ...(effectProblem !== undefined && { effectProblem }),
      ...(effect && { effect: effect.slice(0, MOST_EFFECTS) }),
      ...(effect && effect.length > MOST_EFFECTS && { moreEffects: effect.length - MOST_EFFECTS }),
    };
  }
}

function failed(
  detail: Text,
  title: 'panel.review-needs' | 'panel.review-failed' = 'panel.review-needs',
): MessageModel {
  const untrusted = typeof detail === 'object' && 'code' in detail && detail.code === 'git-untrusted';
  return {
    kind: 'message',
    busy: false,
    title: { code: title, args: [] },
    detail,
    actions: untrusted ? [MANAGE_TRUST] : [REFRESH, SHOW_LOG],
  };
}

function message(
  busy: boolean,
  title: 'panel.loading' | 'panel.plan-gone' | 'panel.recent-reading',
  detail: 'panel.loading-detail' | 'panel.plan-gone-detail' | 'panel.review-reading-detail',
  actions: readonly ActionModel[],
): MessageModel {
  return {
    kind: 'message',
    busy,
    title: { code: title, args: [] },
    detail: { code: detail, args: [] },
    actions,
  };
}
