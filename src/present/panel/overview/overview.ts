import { diffPlans } from '../../../core/insight/review/planChanges';
import type { PlanInsight } from '../../../core/insight/planInsight';
import type { PlanChange } from '../../../core/insight/review/planChanges';
import { addDays } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';
import type { Item, Task } from '../../../core/plan/model';
import type { PlanFacts, Repo } from '../../../core/snapshot';
import type {
  BlockedModel,
  DecisionModel,
  DueModel,
  OverviewModel,
  RecentModel,
} from '../../../shared/panelModel';
import type { FindingModel } from '../../../shared/parts';
import type { Finding } from '../../../core/insight/findings/finding';
import { problemNotices } from '../frame/notices';
import { beforeOf } from '../parts/before';
import { groupByItem, itemChangeModel } from '../parts/changes';
import { dayText, dueDay } from '../parts/days';
import { blockedSince } from '../../blockedSince';
import { findingRemedies } from '../../../core/insight/findings/remedies';
import { findingsOf } from '../../findings';
import { deciderOf, decisionOf } from '../../report/decisions';
import { byDue, indexOf } from '../../planIndex';
import { isOver } from '../../../core/plan/category';
import { itemModel, people, taskModel, taskOf } from '../parts/items';
import { choicesOf } from './choices';
import { landedSince, workByTask } from './landed';
import { isFinished } from '../../health';
import { countCategories, milestoneModel } from '../parts/milestones';
import { clip, paged } from '../parts/paging';
import type { Limits } from '../parts/paging';
import type { Answer } from '../panelInput';
import { overallModel } from './overall';
import { pathModel } from './path';

/** Fields whose changes count as news; the rest is editing. */
const NEWS: ReadonlySet<string> = new Set(['status', 'due', 'start', 'milestone']);

/**
 * The state of a plan at a glance.
 * @param before the plan as it stood when "recent" begins, undefined while git has not been asked
 * @param since the day "recent" begins
 * @param insight undefined while it is computed
 */
export function overviewModel(
  facts: PlanFacts,
  repo: Repo | undefined,
  before: Answer<PlanFacts> | undefined,
  since: IsoDate,
  limits: Limits,
  insight: PlanInsight | undefined,
): OverviewModel {
  const { plan, today } = facts;
  const counts = countCategories(plan);
  const milestones = [...plan.milestones].sort(byDue);
  const loose = facts.progress.milestones.get('')?.total ?? 0;
  const ahead = plan.settings.rules.dueSoon;
  const path = insight && pathModel(facts, insight, limits);
  const overall = overallModel(facts, insight);
  return {
    tab: 'overview',
    problems: problemNotices(facts),
    ...(overall && { overall }),
    decisions: decisionModels(facts, insight),
    milestones: paged(
      'milestones',
      milestones.filter(milestone => !isFinished(milestone, facts)),
      limits,
      milestone => milestoneModel(milestone, facts, counts, insight),
    ),
    closed: paged(
      'closedMilestones',
      milestones.filter(milestone => isFinished(milestone, facts)),
      limits,
      milestone => milestoneModel(milestone, facts, counts, insight),
    ),
    ...(loose > 0 && { loose: { code: 'panel.loose' as const, args: [loose] as [number] } }),
    recent: recentModel(facts, repo, before, since, limits),
    dueSpan: { code: 'panel.due-span', args: [ahead] },
    due: paged('due', dueTasks(plan.tasks, addDays(today, ahead)), limits, task => dueModel(task, today)),
    blocked: paged(
      'blocked',
      plan.tasks.filter(task => task.category === 'blocked'),
      limits,
      task => blockedModel(task, today, insight),
    ),
    ...(path && { path }),
    findings: paged('findings', findingsOf(facts, insight).all, limits, finding =>
      findingModel(finding, facts),
    ),
    computing: insight === undefined,
  };
}

/** More decisions than this are not taken at once. */
const MOST_DECISIONS = 4;

/** What the findings ask somebody to decide, the gravest first. */
function decisionModels(facts: PlanFacts, insight: PlanInsight | undefined): DecisionModel[] {
  const found = new Map<string, DecisionModel>();
  for (const finding of findingsOf(facts, insight).all) {
    if (found.size === MOST_DECISIONS) {
      break;
    }
    const item = subjectOf(finding, facts);
    const decide = decisionOf(
      finding,
      () => clip(item?.title || finding.subject.id),
      text => text,
    );
    if (decide && !found.has(JSON.stringify(decide))) {
      const by = item ? clip(deciderOf(item, facts.plan)) : '';
      const choices = choicesOf(finding, item, insight);
      found.set(JSON.stringify(decide), { decide, by, choices, ...findingModel(finding, facts) });
    }
  }
  return [...found.values()];
}

function recentModel(
  facts: PlanFacts,
  repo: Repo | undefined,
  before: Answer<PlanFacts> | undefined,
  since: IsoDate,
  limits: Limits,
): RecentModel {
  const then = beforeOf(repo, before);
  if (!then.ok || !repo?.history) {
    return { kind: 'unknown', text: then.ok ? '' : then.text };
  }
  const news = groupByItem(diffPlans(then.facts.plan, facts.plan).filter(isNews));
  const evidence = facts.evidence;
  const landed = landedSince(repo.history, since, facts.plan.settings.timezone);
  return {
    kind: 'known',
    changes: paged('recent', news, limits, group => itemChangeModel(group, facts.plan)),
    landed: paged('landed', evidence ? workByTask(evidence, landed) : [], limits, ([key, count]) => ({
      ...taskOf(key, [facts]),
      commits: { code: 'ui.commits' as const, args: [count] as [number] },
    })),
  };
}

function isNews({ change, field }: PlanChange): boolean {
  return change !== 'changed' || (field !== undefined && NEWS.has(field));
}

/** Unfinished tasks due up to a day, the latest first. */
function dueTasks(tasks: readonly Task[], last: IsoDate): readonly Task[] {
  return tasks
    .filter(({ category, due }) => due !== undefined && due <= last && !isOver(category))
    .sort(byDue);
}

function dueModel(task: Task, today: IsoDate): DueModel {
  return {
    due: dueDay(today, task.due ?? today, true),
    assignees: people(task.assignees),
    ...taskModel(task),
  };
}

function blockedModel(task: Task, today: IsoDate, insight: PlanInsight | undefined): BlockedModel {
  const { blocked, until } = task;
  const since = blockedSince(task, insight);
  return {
    reason: blocked ? clip(blocked) : { code: 'panel.no-reason', args: [] },
    ...(since !== undefined && {
      since: { date: since, text: dayText(today, since), passed: false },
    }),
    ...(until && { until: { date: until, text: dayText(today, until), passed: until < today } }),
    ...taskModel(task),
  };
}

/** The item that a finding is about. */
export function subjectOf({ subject: { kind, uid } }: Finding, facts: PlanFacts): Item | undefined {
  return kind === 'task'
    ? indexOf(facts).byUid.get(uid)
    : (kind === 'milestone' ? facts.plan.milestones : facts.plan.risks).find(one => one.uid === uid);
}

/** A finding with the item it is about. */
export function findingModel(finding: Finding, facts: PlanFacts): FindingModel {
  const { kind, uid, id } = finding.subject;
  const item = subjectOf(finding, facts);
  return {
    severity: finding.severity,
    reasons: finding.reasons,
    remedies: item ? findingRemedies(finding) : [],
    ...(item ? itemModel(item) : { kind, uid, id, title: '' }),
  };
}
