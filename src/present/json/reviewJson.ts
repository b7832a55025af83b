import type { DateShift, Effect, Shift } from '../../core/insight/effect/effect';
import type { PlanChange } from '../../core/insight/review/planChanges';
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
    changes: review.changes.map(changeJson),
    takenIds: review.takenIds.map(({ id, here, there, branch }) => ({
      id,
      here: { ...here, line: here.line + 1 },
      there: { ...there, line: there.line + 1 },
      branch,
    })),
    openCriteria: review.openCriteria.map(({ task, item }) => ({ id: idOf(task), text: item.text })),
    sameFiles: review.sameFiles.map(({ task, files }) => ({ id: idOf(task), files })),
    effect: effect ? effectJson(effect) : null,
  };
}

function effectJson({ finish, milestones, risks }: Effect): object {
  return {
    finish: dateShiftJson(finish),
    milestones: milestones.map(({ id, title, ...shifts }) => ({
      id,
      title,
      finish: dateShiftJson(shifts.finish),
      p50: dateShiftJson(shifts.p50),
      p85: dateShiftJson(shifts.p85),
      openTasks: shiftJson(shifts.openTasks),
    })),
    risks: risks.map(({ id, title, score }) => ({ id, title, score: shiftJson(score) })),
  };
}

function changeJson(change: PlanChange): object {
  return {
    kind: change.change,
    item: change.kind,
    id: change.id,
    field: change.field ?? null,
    from: change.from ?? null,
    to: change.to ?? null,
  };
}

/** With what of the range moves the date. */
function dateShiftJson(shift: DateShift | undefined): object | null {
  return shift
    ? { ...daysJson({ from: shift.from, to: shift.to }), causes: shift.causes.map(changeJson) }
    : null;
}

/** Null for what does not change. */
function shiftJson(shift: Shift<string | number> | undefined): object | null {
  return shift ? daysJson({ from: shift.from, to: shift.to }) : null;
}
