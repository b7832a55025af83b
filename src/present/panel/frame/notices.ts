import type { InsightProblem } from '../../../core/insight/insightProblem';
import type { Message } from '../../../core/base/message';
import type { PlanProblem } from '../../../core/plan/problem';
import type { GitMessages, PlanFacts, Repo } from '../../../core/snapshot';
import type { ActionModel, NoticeModel } from '../../../shared/panelModel';
import type { Text } from '../../../words/text';
import { mainLineText } from '../../mainLine';
import { missingHistory, unreadSettings } from '../../missingParts';

/** Problems that are named below their count. */
const MOST_PLACES = 50;

/** Where the reason of a failure stands. */
export const SHOW_LOG: ActionModel = { command: 'showLog', text: { code: 'panel.show-log', args: [] } };
/** The way out of Restricted Mode. */
export const MANAGE_TRUST: ActionModel = {
  command: 'manageTrust',
  text: { code: 'panel.manage-trust', args: [] },
};

/** What is wrong in the files of a plan, but for settings. A clean plan has none. */
export function problemNotices({ plan }: PlanFacts): NoticeModel[] {
  const serious = plan.problems.filter(({ severity }) => severity !== 'info');
  const isUnreadable = ({ message }: PlanProblem) => message.code === 'unreadable';
  const unreadable = serious.filter(isUnreadable);
  const others = serious.filter(problem => !isUnreadable(problem));
  return [
    ...(unreadable.length > 0
      ? [problemNotice({ code: 'ui.unreadable', args: [filesOf(unreadable)] }, unreadable)]
      : []),
    ...(others.length > 0
      ? [problemNotice({ code: 'panel.problems', args: [others.length, filesOf(others)] }, others)]
      : []),
  ];
}

/**
 * What the figures of every tab lack. A clean plan in a healthy repository lacks nothing.
 * @param withoutGit why the plan lies in no repository
 */
export function notices(
  { plan }: PlanFacts,
  repo: Repo | undefined,
  withoutGit: Message<GitMessages> | undefined,
): NoticeModel[] {
  // In words of their own, since nothing else shows that the dates are others.
  const found = unreadSettings(plan).map((text): NoticeModel => ({
    severity: 'error',
    text,
    actions: [],
    places: [],
    more: 0,
  }));
  const problem = repo ? repo.problem : withoutGit;
  if (problem) {
    const action = problem.code === 'git-untrusted' ? MANAGE_TRUST : SHOW_LOG;
    found.push({ severity: 'warning', text: problem, actions: [action], places: [], more: 0 });
  }
  const mainLine = repo?.history && mainLineText(repo.history);
  for (const text of [
    ...(mainLine ? [mainLine] : []),
    ...(repo?.history ? missingHistory(repo.history) : []),
  ]) {
    found.push({ severity: 'info', text, actions: [], places: [], more: 0 });
  }
  return found;
}

/** Why there are neither dates nor health; the log has more where the computation ended, not where it was refused. */
export function insightNotices(problem: InsightProblem | undefined): NoticeModel[] {
  if (!problem) {
    return [];
  }
  const ended = problem.code === 'insight-memory' || problem.code === 'insight-ended';
  return [{ severity: 'warning', text: problem, actions: ended ? [SHOW_LOG] : [], places: [], more: 0 }];
}

/** Files of other commits that the open tab compares with and that could not be read. */
export function unreadNotices(unread: readonly PlanProblem[]): NoticeModel[] {
  return unread.length > 0
    ? [problemNotice({ code: 'ui.unread-versions', args: [unread.length] }, unread)]
    : [];
}

function problemNotice(text: Text, problems: readonly PlanProblem[]): NoticeModel {
  return {
    severity: problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
    text,
    actions: [],
    places: problems.slice(0, MOST_PLACES).map(({ file, range, message }) => ({
      file,
      line: range.start.line,
      text: message,
    })),
    more: Math.max(0, problems.length - MOST_PLACES),
  };
}

function filesOf(problems: readonly PlanProblem[]): number {
  return new Set(problems.map(({ file }) => file)).size;
}
