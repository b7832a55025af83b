import type { IsoDate } from '../../base/dates';
import type { FieldItem } from '../../plan/fields/fields';
import { fieldsOf, modelNamesOf } from '../../plan/fields/valueFields';
import type { Milestone, Plan, Risk, Task } from '../../plan/model';

/** One change to a plan, to be tried alone. */
export interface Trial {
  /** The item with the change; as it was, where the change removes it. */
  readonly item: Task | Milestone | Risk;
  /** False where the change removes it. */
  readonly isThere: boolean;
  /** By its name in the plan format; without one the item comes or goes. */
  readonly field?: string;
}

/** When work ends with one change alone: last days within the limits, without them where those never let it end. */
export interface TrialDates {
  readonly finish: IsoDate | undefined;
  /** By milestone key. */
  readonly milestones: ReadonlyMap<string, IsoDate>;
  /** First and last day of the task that is changed, if it is an open one. */
  readonly task?: { readonly start: IsoDate; readonly finish: IsoDate };
}

/** Where the model keeps what a field says; a comparison of plans calls the checklist of a task its criteria. */
function namesOf(kind: FieldItem, name: string): readonly string[] {
  const field = fieldsOf(kind).find(one => one.name === name);
  return field ? modelNamesOf(field) : ['checklist'];
}

/** The plan with one change alone. */
export function withTrial(plan: Plan, { item, isThere, field }: Trial): Plan {
  const changed = <T extends Task | Milestone | Risk>(items: readonly T[], source: T): readonly T[] => {
    if (field === undefined) {
      return isThere ? [...items, source] : items.filter(({ key }) => key !== source.key);
    }
    const values = namesOf(source.kind, field).map(name => [
      name,
      (source as unknown as Record<string, unknown>)[name],
    ]);
    return items.map(one => (one.key === source.key ? { ...one, ...Object.fromEntries(values) } : one) as T);
  };
  switch (item.kind) {
    case 'task':
      return { ...plan, tasks: changed(plan.tasks, item) };
    case 'milestone':
      return { ...plan, milestones: changed(plan.milestones, item) };
    case 'risk':
      return { ...plan, risks: changed(plan.risks, item) };
  }
}
