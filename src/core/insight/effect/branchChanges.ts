import type { Milestone, Plan, Risk, Task } from '../../plan/model';
import { MILESTONE_INPUTS, RISK_INPUTS, TASK_INPUTS } from '../dateInputs';
import { diffPlans } from '../review/planChanges';
import type { PlanChange } from '../review/planChanges';
import type { Trial } from './trial';

/** Something that a branch changes and that dates rest on: one field of an item, or an item that comes or goes. */
export interface BranchChange {
  readonly change: PlanChange;
  /** The change as it can be made alone. */
  readonly trial: Trial;
}

/**
 * What differs between two states of a plan and can move a date, in the order of `diffPlans`. Titles, labels and notes
 * cannot, nor can risks without a delay.
 */
export function branchChanges(without: Plan, withIt: Plan): BranchChange[] {
  const [before, after] = [byKey(without), byKey(withIt)];
  return diffPlans(without, withIt).flatMap((change): BranchChange[] => {
    const { kind, key, field } = change;
    const [was, is] = [before.get(`${kind} ${key}`), after.get(`${kind} ${key}`)];
    const item = is ?? was;
    const delays = [was, is].some(one => one?.kind === 'risk' && one.delay !== undefined);
    const moves =
      field === undefined
        ? kind === 'task' || delays
        : was && is && (kind !== 'risk' || delays) && isInput(field, was, is);
    return item && moves
      ? [{ change, trial: { item, isThere: is !== undefined, ...(field !== undefined && { field }) } }]
      : [];
  });
}

/** The first item with each key. */
function byKey({ tasks, milestones, risks }: Plan): ReadonlyMap<string, Task | Milestone | Risk> {
  const all = [...milestones, ...tasks, ...risks].toReversed();
  return new Map(all.map(item => [`${item.kind} ${item.key}`, item]));
}

function isInput(field: string, was: Task | Milestone | Risk, is: Task | Milestone | Risk): boolean {
  const inputs: Readonly<Record<string, (item: never) => unknown>> =
    is.kind === 'task' ? TASK_INPUTS : is.kind === 'milestone' ? MILESTONE_INPUTS : RISK_INPUTS;
  const of = inputs[field];
  return of !== undefined && JSON.stringify(of(was as never)) !== JSON.stringify(of(is as never));
}
