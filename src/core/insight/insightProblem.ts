import type { Message } from '../base/message';
import { hasOwnDays } from '../plan/settings';
import type { InsightInput, PlanInsight } from './planInsight';

/** Why plans have neither schedule nor forecast nor health. */
export interface InsightMessages {
  /** The computation ended for want of memory. [folder of the largest plan, the limit in MB] */
  'insight-memory': [folder: string, megabytes: number];
  /** The computation ended for another reason; the log has it. [folder of the largest plan] */
  'insight-ended': [folder: string];
  /** Too many to be tried. [folder, people, open tasks that any of them could do] */
  'insight-people': [folder: string, people: number, tasks: number];
  /** [folder, milestones, how many are too many] */
  'insight-milestones': [folder: string, milestones: number, most: number];
  /** [folder, days and spans off of all people with the holidays for each, how many are too many] */
  'insight-days-off': [folder: string, spans: number, most: number];
}

/** Why there is no insight, as a code with arguments. */
export type InsightProblem = Message<InsightMessages>;

/** That there is no insight, and why. */
export interface NoInsight {
  readonly ok: false;
  readonly problem: InsightProblem;
}

/** The insight of each plan that was asked about, in that order, or why there is none. */
export type InsightOutcome = { readonly ok: true; readonly value: readonly PlanInsight[] } | NoInsight;

/** Who could do each open task is tried for everybody: so many trials take some ten seconds. */
const MOST_TRIALS = 50_000_000;
/** A forecast keeps its runs for every milestone: for so many, 80 MB. */
const MOST_MILESTONES = 20_000;
/** A calendar keeps its days off, with those of the project: so many take 100 MB. */
const MOST_SPANS = 5_000_000;

/**
 * Why the insight of plans would take more time or memory than anybody has; undefined where it would not. No plan that
 * people keep by hand comes near these limits.
 */
export function insightProblem(inputs: readonly InsightInput[]): InsightProblem | undefined {
  for (const { plan } of inputs) {
    const { folder, settings, milestones } = plan;
    const { people, holidays } = settings;
    const open = plan.tasks.filter(({ category }) => category !== 'done' && category !== 'dropped');
    const anyone = open.filter(({ assignees }) => assignees.length === 0).length;
    if (anyone * people.length > MOST_TRIALS) {
      return { code: 'insight-people', args: [folder, people.length, anyone] };
    }
    if (milestones.length > MOST_MILESTONES) {
      return { code: 'insight-milestones', args: [folder, milestones.length, MOST_MILESTONES] };
    }
    const own = new Map(
      people.filter(hasOwnDays).map(person => [person.id, person.off.length + holidays.length]),
    );
    const together = own.size === 0 ? [] : open.filter(({ assignees }) => assignees.length > 1);
    const spans = [...own.keys(), ...together.flatMap(({ assignees }) => assignees)].reduce(
      (sum, id) => sum + (own.get(id) ?? 0),
      0,
    );
    if (spans > MOST_SPANS) {
      return { code: 'insight-days-off', args: [folder, spans, MOST_SPANS] };
    }
  }
  return undefined;
}
