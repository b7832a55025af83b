import type { Effect, Shift } from '../../core/insight/effect/effect';
import type { Review } from '../../core/insight/review/review';
import type { Plan } from '../../core/plan/model';
import { daysJson } from './dayJson';

/** A plan, and what a range of commits means for it. */
export interface ReviewOfPlan {
  readonly plan: Plan;
  readonly review: Review;
  readonly effect: Effect | undefined;
}

/** What `milepost review --json` prints: one object, or an array of them for several plans. */
export function reviewsJson(reviews: readonly ReviewOfPlan[]): object {
  const all = reviews.map(reviewJson);
  const [only] = all;
  return only && all.length === 1 ? only : all;
}

function reviewJson({ plan, review, effect }: ReviewOfPlan): object {
  const ids = new Map(plan.tasks.map(task => [task.key, task.id]));
  const idOf = (key: string): string => ids.get(key) ?? key;
  return {
    plan: plan.folder,
    base: review.base.hash,
    head: review.head.hash,
    commits: review.commits.map(commit => ({
      hash: commit.hash,
      subject: commit.subject,
      tasks: commit.links.map(link => ({ id: idOf(link.task), evidence: link.evidence })),
    })),
    withoutTask: review.withoutTask,
    tasks: review.tasks.map(idOf),
    changes: review.changes.map(change => ({
      kind: change.change,
      item: change.kind,
      id: change.id,
      field: change.field ?? null,
      from: change.from ?? null,
      to: change.to ?? null,
    })),
    openCriteria: review.openCriteria.map(({ task, item }) => ({ id: idOf(task), text: item.text })),
    sameFiles: review.sameFiles.map(({ task, files }) => ({ id: idOf(task), files })),
    effect: effect ? effectJson(effect) : null,
  };
}

function effectJson({ finish, milestones, risks }: Effect): object {
  return {
    finish: shiftJson(finish),
    milestones: milestones.map(({ id, title, ...shifts }) => ({
      id,
      title,
      finish: shiftJson(shifts.finish),
      p50: shiftJson(shifts.p50),
      p85: shiftJson(shifts.p85),
      openTasks: shiftJson(shifts.openTasks),
    })),
    risks: risks.map(({ id, title, score }) => ({ id, title, score: shiftJson(score) })),
  };
}

/** Null for what does not change. */
function shiftJson(shift: Shift<string | number> | undefined): object | null {
  return shift ? daysJson({ from: shift.from, to: shift.to }) : null;
}
