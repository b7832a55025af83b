import { BEYOND } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { Plan } from '../../plan/model';
import type { PlanChange } from '../review/planChanges';
import { branchChanges } from './branchChanges';
import { Causes } from './causes';
import { isMoved } from './paired';
import { finishOf, milestoneDates, shifted } from './shift';
import type { PlanOutlook, Shift } from './shift';

export type { PlanOutlook, Shift } from './shift';

/** A date that moves by a working day at least, with what of the branch moves it: one change at least. */
export interface DateShift extends Shift<IsoDate> {
  readonly causes: readonly PlanChange[];
}

/** What a branch does to the dates of a milestone. Only what it changes is there. */
export interface MilestoneEffect {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** Last day of its work within the limits of people and resources. */
  readonly finish?: DateShift;
  readonly p50?: DateShift;
  readonly p85?: DateShift;
  readonly openTasks?: Shift<number>;
}

/** What merging a branch would do to the plan. Empty where it changes no date and no risk. */
export interface Effect {
  /** Of all open work. */
  readonly finish?: DateShift;
  /** In the order of their due dates. */
  readonly milestones: readonly MilestoneEffect[];
  /** Risks whose score changes; undefined where there is no risk, or no score. */
  readonly risks: readonly { readonly id: string; readonly title: string; readonly score: Shift<number> }[];
}

/** The effect of what changes nothing in the plan. */
export const NO_EFFECT: Effect = { milestones: [], risks: [] };

/** After every day. */
const UNDATED = BEYOND;

/**
 * Compares the same plan on the same day, without and with a branch's changes. A date is there only where it moves by a
 * working day at least and something that the branch changes moves it; one of a forecast only where the runs of both
 * sides, which draw the same random numbers, differ by more than chance.
 * @param without its insight with the samples of the forecast and the trials of `triedChanges`
 * @param withIt its insight with the samples of the forecast
 */
export function effectOf(without: PlanOutlook, withIt: PlanOutlook): Effect {
  const keys = new Map(
    [...without.plan.milestones, ...withIt.plan.milestones]
      .sort((a, b) => (a.due ?? UNDATED).localeCompare(b.due ?? UNDATED))
      .map(({ key, id, title }) => [key, { id, title }]),
  );
  const causes = new Causes(branchChanges(without.plan, withIt.plan), without, withIt);
  const dateShift = <N extends string>(
    name: N,
    shift: Shift<IsoDate>,
    found: () => readonly PlanChange[],
  ): { [name in N]?: DateShift } => {
    const why = causes.isMoved(shift.from, shift.to) ? found() : [];
    return why.length === 0 ? {} : ({ [name]: { ...shift, causes: why } } as { [name in N]?: DateShift });
  };
  const milestones = [...keys].flatMap(([key, named]): MilestoneEffect[] => {
    const [from, to] = [milestoneDates(without, key), milestoneDates(withIt, key)];
    const finish = { from: from.finish, to: to.finish };
    const method = methodOf(withIt);
    const differ = methodOf(without) === method && isMoved(from.ends, to.ends);
    const forecast = <N extends 'p50' | 'p85'>(name: N): { [name in N]?: DateShift } => {
      const shift = { from: from[name], to: to[name] };
      return differ
        ? dateShift(name, shift, () =>
            method === 'network' ? causes.ofNetwork(shift, finish, key) : causes.ofThroughput(key),
          )
        : {};
    };
    const shifts = {
      ...dateShift('finish', finish, () => causes.ofFinish(finish, key)),
      ...forecast('p50'),
      ...forecast('p85'),
      ...shifted('openTasks', from.openTasks, to.openTasks),
    };
    return Object.keys(shifts).length > 0 ? [{ key, ...named, ...shifts }] : [];
  });
  const finish = { from: finishOf(without.insight), to: finishOf(withIt.insight) };
  return {
    ...dateShift('finish', finish, () => causes.ofFinish(finish, undefined)),
    milestones,
    risks: riskShifts(without.plan, withIt.plan),
  };
}

function methodOf({ insight: { forecast } }: PlanOutlook): string | undefined {
  return forecast.kind === 'forecast' ? forecast.method : undefined;
}

function riskShifts(before: Plan, after: Plan): Effect['risks'] {
  const scores = ({
    risks,
  }: Plan): ReadonlyMap<string, { id: string; title: string; score: number | undefined }> =>
    new Map(
      risks.map(({ key, id, title, status, score }) => [
        key,
        { id, title, score: status === 'closed' ? undefined : score },
      ]),
    );
  const [was, now] = [scores(before), scores(after)];
  return [...new Map([...was, ...now])].flatMap(([key, { id, title }]) => {
    const [from, to] = [was.get(key)?.score, now.get(key)?.score];
    return from === to ? [] : [{ id, title, score: { from, to } }];
  });
}
