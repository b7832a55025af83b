import { daysBetween } from '../../core/plan/dates';
import type { IsoDate } from '../../core/plan/dates';
import type { Category, Milestone, Plan } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import type { HealthModel, MilestoneModel, Tone } from '../../shared/panelModel';
import type { Text } from '../../shared/text';
import { dueDay } from './days';
import { isMilestoneOver } from '../rows/milestoneRow';
import { itemModel, progressModel } from './items';
import { clip } from './paging';

/** Categories that are counted beside the done ones. */
const COUNTED = ['active', 'blocked', 'open', 'dropped'] as const;

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
): MilestoneModel {
  const { today } = facts;
  const progress = facts.progress.milestones.get(milestone.key);
  const open = !isMilestoneOver(milestone);
  const unfinished = (progress?.total ?? 0) - (progress?.done ?? 0);
  const own = counts.get(milestone.key);
  return {
    ...itemModel(milestone),
    ...(hasHealth(milestone, facts.plan) && { health: health(milestone, isFinished(milestone, facts)) }),
    ...(milestone.due && { due: dueDay(today, milestone.due, open && (unfinished > 0 || !progress?.total)) }),
    ...(milestone.owner && { owner: clip(milestone.owner) }),
    progress: progressModel(progress),
    counts: COUNTED.flatMap(category => {
      const count = own?.get(category);
      return count ? [{ category, text: { code: `panel.${category}-count` as const, args: [count] } }] : [];
    }),
    reasons: [
      ...healthReasons(milestone, today, facts.plan.settings.rules.healthAge),
      ...dueReasons(milestone, today, unfinished),
      ...progressReasons(progressModel(progress)),
    ],
  };
}

/** Over, or with tasks that are all done. */
export function isFinished(milestone: Milestone, { progress }: PlanFacts): boolean {
  const { done = 0, total = 0 } = progress.milestones.get(milestone.key) ?? {};
  return isMilestoneOver(milestone) || (total > 0 && done === total);
}

/** Plans whose milestones are only groups of tasks have no health to speak of. */
function hasHealth(milestone: Milestone, { milestones }: Plan): boolean {
  return isMilestoneOver(milestone) || milestones.some(one => one.health || one.due);
}

/** The declared word stands first; without one nothing is invented. */
function health(milestone: Milestone, finished: boolean): HealthModel {
  switch (milestone.status) {
    case 'done':
      return { tone: 'done', text: { code: 'panel.health-done', args: [] } };
    case 'dropped':
      return { tone: 'quiet', text: { code: 'panel.health-dropped', args: [] } };
    default:
      return milestone.health
        ? { tone: toneOf(milestone.health), text: sentenceCase(clip(milestone.health)) }
        : finished
          ? { tone: 'quiet', text: { code: 'panel.health-finished', args: [] } }
          : { tone: 'quiet', text: { code: 'panel.health-unknown', args: [] } };
  }
}

/** Beside our own words a declared one begins as they do. */
function sentenceCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The tone of a word people use for health; any other word is shown without one. */
export function toneOf(word: string): Tone {
  switch (word.trim().toLowerCase().replace(/[_-]/g, ' ')) {
    case 'on track':
    case 'good':
    case 'green':
      return 'good';
    case 'at risk':
    case 'amber':
    case 'yellow':
      return 'warning';
    case 'off track':
    case 'late':
    case 'red':
      return 'bad';
    default:
      return 'quiet';
  }
}

function healthReasons(milestone: Milestone, today: IsoDate, limit: number): Text[] {
  if (isMilestoneOver(milestone)) {
    return [{ code: 'panel.why-status', args: [milestone.status] }];
  }
  if (!milestone.health) {
    return [{ code: 'panel.why-unknown', args: [] }];
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
  const percent = Math.floor(progress.value * 100);
  return [{ code: 'panel.why-progress', args: [percent, progress.done, progress.total] }, progress.basis];
}
