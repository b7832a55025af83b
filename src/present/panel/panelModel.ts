import { addDays } from '../../core/plan/dates';
import type { Message } from '../../core/message';
import type { GitMessages, PlanFacts, Repo } from '../../core/snapshot';
import type {
  ActionModel,
  MessageModel,
  NoticeModel,
  PanelModel,
  PlanModel,
  ReviewModel,
} from '../../shared/panelModel';
import type { Text } from '../../shared/text';
import { bannerModel, headName } from './banner';
import { progressModel } from './items';
import { overviewModel } from './overview';
import { fitted } from './paging';
import type { Limits } from './paging';
import { factsOf, repoOf } from './panelInput';
import type { PanelInput } from './panelInput';
import { panelNeeds } from './panelNeeds';
import { reviewModel } from './review';
import { risksModel } from './risks';

/** Most bytes of JSON one message to the panel may have. */
export const MOST_BYTES = 300 * 1024;
/** Room for what surrounds the model in its message. */
const ENVELOPE = 4 * 1024;

const REFRESH: ActionModel = { command: 'refresh', text: { code: 'panel.refresh', args: [] } };
const SHOW_LOG: ActionModel = { command: 'showLog', text: { code: 'panel.show-log', args: [] } };
const SHOW_PROBLEMS: ActionModel = {
  command: 'showProblems',
  text: { code: 'panel.show-problems', args: [] },
};
const MANAGE_TRUST: ActionModel = {
  command: 'manageTrust',
  text: { code: 'panel.manage-trust', args: [] },
};

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
    progress: progressModel(facts.progress.plan),
    notices: notices(facts, repo, snapshot.withoutGit),
    ...(banner && { banner }),
    content: content(input, facts, repo, limits),
  };
}

function content(
  input: PanelInput,
  facts: PlanFacts,
  repo: Repo | undefined,
  limits: Limits,
): PlanModel['content'] {
  const { snapshot, view, answers } = input;
  switch (view.tab) {
    case 'overview': {
      const since = panelNeeds(snapshot, input.plan, view).before ?? addDays(facts.today, -7);
      return overviewModel(facts, repo, answers.before, since, limits);
    }
    case 'risks':
      return risksModel(facts, view.band, limits);
    case 'review':
      return reviewTab(input, facts, repo, limits);
  }
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
          : message(true, 'panel.review-reading', 'panel.review-reading-detail', []);
    }
    if (!found) {
      return failed(answers.review.ok ? '' : answers.review.problem);
    }
    if (found.base.hash === found.head.hash && found.changes.length === 0) {
      const title: Text = { code: 'panel.review-nothing', args: [head] };
      const detail: Text = { code: 'panel.review-nothing-detail', args: [] };
      return { kind: 'message', busy: false, title, detail, actions: [] };
    }
    const plans = answers.atHead?.ok ? [answers.atHead.value, facts] : [facts];
    return reviewModel(found, plans, limits);
  }
}

function failed(detail: Text): MessageModel {
  const untrusted = typeof detail === 'object' && 'code' in detail && detail.code === 'git-untrusted';
  return {
    kind: 'message',
    busy: false,
    title: { code: 'panel.review-failed', args: [] },
    detail,
    actions: untrusted ? [MANAGE_TRUST] : [REFRESH, SHOW_LOG],
  };
}

function message(
  busy: boolean,
  title: 'panel.loading' | 'panel.plan-gone' | 'panel.review-reading',
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

/** What could not be read. A clean plan in a healthy repository has none. */
function notices(
  { plan }: PlanFacts,
  repo: Repo | undefined,
  withoutGit: Message<GitMessages> | undefined,
): NoticeModel[] {
  const found: NoticeModel[] = [];
  const unreadable = new Set(
    plan.problems.filter(({ message: { code } }) => code === 'unreadable').map(({ file }) => file),
  );
  const others = plan.problems.filter(
    ({ severity, message: { code } }) => severity !== 'info' && code !== 'unreadable',
  );
  if (unreadable.size > 0) {
    const text: Text = { code: 'panel.unreadable', args: [unreadable.size] };
    found.push({ severity: 'error', text, actions: [SHOW_PROBLEMS] });
  }
  if (others.length > 0) {
    const files = new Set(others.map(({ file }) => file)).size;
    const severity = others.some(problem => problem.severity === 'error') ? 'error' : 'warning';
    const text: Text = { code: 'panel.problems', args: [others.length, files] };
    found.push({ severity, text, actions: [SHOW_PROBLEMS] });
  }
  const problem = repo ? repo.problem : withoutGit;
  if (problem) {
    const action = problem.code === 'git-untrusted' ? MANAGE_TRUST : SHOW_LOG;
    found.push({ severity: 'warning', text: problem, actions: [action] });
  }
  if (repo?.history?.shallow) {
    found.push({ severity: 'info', text: { code: 'panel.shallow', args: [] }, actions: [] });
  }
  return found;
}
