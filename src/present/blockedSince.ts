import type { PlanInsight } from '../core/insight/planInsight';
import type { IsoDate } from '../core/base/dates';
import type { Task } from '../core/plan/model';

/** The day on which a commit blocked a task; undefined while none has, or the history is not known. */
export function blockedSince({ key }: Task, insight: PlanInsight | undefined): IsoDate | undefined {
  const last = insight?.history?.tasks.get(key)?.events.at(-1);
  return last?.state === 'blocked' ? last.day : undefined;
}
