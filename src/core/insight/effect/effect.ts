import { BEYOND } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { Plan } from '../../plan/model';
import { finishOf, milestoneDates, shifted } from './shift';
import type { PlanOutlook, Shift } from './shift';

export type { PlanOutlook, Shift } from './shift';

/** What a branch does to the dates of a milestone. Only what it changes is there. */
export interface MilestoneEffect {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** Last day of its work within the limits of people and resources. */
  readonly finish?: Shift<IsoDate>;
  readonly p50?: Shift<IsoDate>;
  readonly p85?: Shift<IsoDate>;
  readonly openTasks?: Shift<number>;
}

/** What merging a branch would do to the plan. Empty where it changes no date and no risk. */
export interface Effect {
  /** Of all open work. */
  readonly finish?: Shift<IsoDate>;
  /** In the order of their due dates. */
  readonly milestones: readonly MilestoneEffect[];
  /** Risks whose score changes; undefined where there is no risk, or no score. */
  readonly risks: readonly { readonly id: string; readonly title: string; readonly score: Shift<number> }[];
}

/** The effect of what changes nothing in the plan. */
export const NO_EFFECT: Effect = { milestones: [], risks: [] };

/** After every day. */
const UNDATED = BEYOND;

/** Compares the same plan on the same day, without and with a branch's changes. */
export function effectOf(without: PlanOutlook, withIt: PlanOutlook): Effect {
  const keys = new Map(
    [...without.plan.milestones, ...withIt.plan.milestones]
      .sort((a, b) => (a.due ?? UNDATED).localeCompare(b.due ?? UNDATED))
      .map(({ key, id, title }) => [key, { id, title }]),
  );
  const milestones = [...keys].flatMap(([key, named]): MilestoneEffect[] => {
    const [from, to] = [milestoneDates(without, key), milestoneDates(withIt, key)];
    const shifts = {
      ...shifted('finish', from.finish, to.finish),
      ...shifted('p50', from.p50, to.p50),
      ...shifted('p85', from.p85, to.p85),
      ...shifted('openTasks', from.openTasks, to.openTasks),
    };
    return Object.keys(shifts).length > 0 ? [{ key, ...named, ...shifts }] : [];
  });
  return {
    ...shifted('finish', finishOf(without.insight), finishOf(withIt.insight)),
    milestones,
    risks: riskShifts(without.plan, withIt.plan),
  };
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
