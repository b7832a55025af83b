import type { Health, MilestoneHealth } from '../../../core/insight/health/health';
import type { PlanInsight } from '../../../core/insight/planInsight';
import { daysBetween } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';
import type { Milestone, Plan } from '../../../core/plan/model';
import type { Category } from '../../../core/plan/category';
import type { PlanFacts } from '../../../core/snapshot';
import type { HealthModel, LikelyModel, MilestoneModel, Tone } from '../../../shared/panelModel';
import { wholePercent } from '../../../shared/percent';
import { say } from '../../../words/say';
import type { Text } from '../../../words/text';
import { dueDay } from './days';
import { hasHealth, otherHealthText, shownHealth } from '../../health';
import { DROPPED, healthIcon } from '../../itemIcons';
import { isMilestoneOver } from '../../planIndex';
import { bridgeLine } from '../../tooltips/insightLines';
import { itemModel, progressModel } from './items';
import { clip } from './paging';

/** Categories that are counted beside the done ones. */
const COUNTED = ['active', 'blocked', 'open', 'dropped'] as const;

/** How many tasks there are of each category. */
export type CategoryCounts = ReadonlyMap<string, ReadonlyMap<Category, number>>;

/** Tasks per milestone key and category; subtasks count, the tasks they sum up to do not. */
export function countCategories(plan: Plan): CategoryCounts {
  const parents = new Set(plan.tasks.map(task => task.parent));
  const counts = new Map<string, Map<Category, number>>();
  for (const task of plan.tasks) {
    if (parents.has(task.key)) {
      continue;
    }
    const key = task.milestone ?? '';
    const own = counts.get(key) ?? new Map<Category, number>();
    counts.set(key, own.set(task.category, (own.get(task.category) ?? 0) + 1));
  }
  return counts;
}

/** One milestone with its health, progress and the reasons for both. */
export function milestoneModel(
  milestone: Milestone,
  facts: PlanFacts,
  counts: CategoryCounts,
  insight: PlanInsight | undefined,
): MilestoneModel {
  const { today } = facts;
  const computed = insight?.healths.get(milestone.uid);
  const health = healthModel(milestone, facts, insight);
  const likely = likelyModel(milestone, insight);
  const progress = facts.progress.milestones.get(milestone.key);
  const open = !isMilestoneOver(milestone);
  const unfinished = (progress?.total ?? 0) - (progress?.done ?? 0);
  const own = counts.get(milestone.key);
  const [bridge] = insight && open ? bridgeLine(insight, milestone) : [];
  return {
    ...(health && { health }),
    ...(milestone.due && { due: dueDay(today, milestone.due, open && (unfinished > 0 || !progress?.total)) }),
    ...(likely && { likely }),
    ...(bridge !== undefined && { bridge }),
    ...(milestone.owner && { owner: clip(milestone.owner) }),
    progress: progressModel(progress),
    counts: COUNTED.flatMap(category => {
      const count = own?.get(category);
      return count ? [{ category, text: { code: `panel.${category}-count` as const, args: [count] } }] : [];
    }),
    reasons: [
      ...computedReasons(milestone, computed),
      ...healthReasons(milestone, today, facts.plan.settings.rules.healthAge),
      ...dueReasons(milestone, today, unfinished),
      ...progressReasons(progressModel(progress)),
    ],
    ...itemModel(milestone),
  };
}

/** Returns the word with its icon, and what the other of plan and figures says; none where nothing is said about health. */
export function healthModel(
  milestone: Milestone,
  facts: PlanFacts,
  insight: PlanInsight | undefined,
): HealthModel | undefined {
  if (milestone.status === 'dropped') {
    return { tone: 'quiet', icon: DROPPED.codicon, text: { code: 'panel.health-dropped', args: [] } };
  }
  const shown = shownHealth(milestone, facts, insight);
  if (!shown) {
    const text: Text = { code: 'panel.health-unknown', args: [] };
    return hasHealth(facts.plan) ? { tone: 'quiet', icon: healthIcon(undefined).codicon, text } : undefined;
  }
  return {
    tone: toneOf(shown.health),
    icon: healthIcon(shown.health).codicon,
    text: { code: 'panel.health', args: [clip(say(shown.word))] },
    ...(shown.other && { other: clip(say(otherHealthText(shown.other))) }),
  };
}

const TONES: Readonly<Record<Health, Tone>> = {
  done: 'done',
  'on track': 'good',
  'at risk': 'warning',
  'off track': 'bad',
  'not started': 'quiet',
  unknown: 'quiet',
};

/** A word of their own that we do not know is shown without a colour. */
function toneOf(health: Health | undefined): Tone {
  return TONES[health ?? 'unknown'];
}

function computedReasons(milestone: Milestone, computed: MilestoneHealth | undefined): readonly Text[] {
  return computed && !isMilestoneOver(milestone)
    ? [{ code: 'ui.health-computed', args: [computed.computed] }, ...computed.reasons]
    : [];
}

/** The day that is kept in 85 % of the forecast, or the one that the schedule ends on. */
function likelyModel(milestone: Milestone, insight: PlanInsight | undefined): LikelyModel | undefined {
  const own =
    insight?.forecast.kind === 'forecast'
      ? insight.forecast.milestones.find(one => one.milestone === milestone.key)
      : undefined;
  const scheduled = insight?.schedule.milestones.get(milestone.key)?.limited;
  if (isMilestoneOver(milestone) || !(own ?? scheduled)) {
    return undefined;
  }
  const date = own ? own.p85 : scheduled;
  const late = milestone.due !== undefined && (date === undefined || date > milestone.due);
  return { by: own ? 'forecast' : 'schedule', ...(date !== undefined && { date }), late };
}

function healthReasons(milestone: Milestone, today: IsoDate, limit: number): Text[] {
  if (isMilestoneOver(milestone)) {
    return [{ code: 'panel.why-status', args: [milestone.status] }];
  }
  if (!milestone.health) {
    return [];
  }
  const reasons: Text[] = [{ code: 'panel.why-declared', args: [clip(milestone.health)] }];
  if (milestone.healthNote) {
    reasons.push({ code: 'panel.why-note', args: [clip(milestone.healthNote)] });
  }
  const date = milestone.healthDate;
  if (!date) {
    return [...reasons, { code: 'panel.why-undated', args: [] }];
  }
  const age = daysBetween(date, today);
  return [
    ...reasons,
    age > limit
      ? { code: 'panel.why-stale', args: [date, age, limit] }
      : { code: 'panel.why-fresh', args: [date, age] },
  ];
}

function dueReasons(milestone: Milestone, today: IsoDate, unfinished: number): Text[] {
  const { due } = milestone;
  if (isMilestoneOver(milestone)) {
    return [];
  }
  if (!due) {
    return [{ code: 'panel.why-no-due', args: [] }];
  }
  const days = daysBetween(today, due);
  if (days >= 0) {
    return [{ code: 'panel.why-due', args: [due, days] }];
  }
  return unfinished > 0 ? [{ code: 'panel.why-due-passed', args: [due, unfinished] }] : [];
}

function progressReasons(progress: ReturnType<typeof progressModel>): Text[] {
  if (progress.total === 0) {
    return [{ code: 'panel.why-no-tasks', args: [] }];
  }
  const percent = wholePercent(progress.value);
  return [{ code: 'panel.why-progress', args: [percent, progress.done, progress.total] }, progress.basis];
}
