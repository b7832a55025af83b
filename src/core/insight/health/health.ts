import type { Message } from '../../base/message';
import type { IsoDate } from '../../base/dates';
import { daysBetween } from '../../base/dates';
import type { Milestone, Plan, Risk } from '../../plan/model';
import { bandOf } from '../risks/band';
import type { MilestoneOutlook, OutlookInput } from './outlook';
import { standingOf } from './outlook';
import { MOST_ASSUMED } from '../mostAssumed';
import { lateDays, slackDays } from '../schedule/slack';
import { TOLERANCE } from '../schedule/workingTime';

/** Every health that a milestone can have. */
export const HEALTHS = ['done', 'off track', 'at risk', 'not started', 'on track', 'unknown'] as const;
/** How a milestone stands; the words are those of the JSON output. */
export type Health = (typeof HEALTHS)[number];

/** Why a milestone stands as it does, with the figures. Days of a float are whole working days. */
export interface HealthMessages {
  'health-status': [status: 'done' | 'dropped'];
  'health-due-passed': [due: IsoDate, open: number, tasks: number];
  'health-p50-late': [p50: IsoDate, due: IsoDate];
  'health-p50-never': [due: IsoDate];
  'health-p85-late': [p85: IsoDate, due: IsoDate];
  'health-p85-never': [due: IsoDate];
  'health-finish-late': [finish: IsoDate, due: IsoDate];
  /** Its people or resources never let it end. */
  'health-finish-never': [due: IsoDate];
  'health-float-short': [float: number, wanted: number];
  'health-float-negative': [missing: number, due: IsoDate];
  'health-path-blocked': [task: string];
  'health-risk-severe': [risk: string, score: number];
  'health-risk-occurred': [risk: string];
  'health-not-started': [tasks: number];
  'health-all-done': [tasks: number];
  'health-p85-in-time': [p85: IsoDate, due: IsoDate];
  'health-finish-in-time': [finish: IsoDate, due: IsoDate];
  'health-no-due': [];
  'health-no-dates': [];
  /** So many of its open tasks are not estimated, and the dates rest on what is assumed for them. */
  'health-assumed': [assumed: number, open: number];
  'health-best-case': [];
}

/** A reason for the health of a milestone. */
export type HealthReason = Message<HealthMessages>;

/** The health of a milestone: as it is computed, and as its file declares it. */
export interface MilestoneHealth {
  readonly computed: Health;
  /** What the computed one follows from, the weightiest first. */
  readonly reasons: readonly HealthReason[];
  /** The TPM's own word as written; it stands before the computed one. */
  readonly declared?: string;
  /** The own word is dated, and longer ago than the rule `healthAge` allows. */
  readonly declaredStale: boolean;
}

/** Working days between the critical finish and the due date that are enough however short the work is. */
const LEAST_FLOAT = 2;
/** And as a share of the working days until the critical finish. */
const FLOAT_SHARE = 0.1;

/**
 * The health of every milestone by uid, the first of these that holds:
 * - *done*: declared so;
 * - *off track*: due passed with open work, or P50 after due, or, without a forecast, the limited finish after due;
 * - *at risk*: P85 after due, due float under the larger of two working days and a tenth of the way to its critical
 *   finish, a blocked task on its critical path, a severe risk without a response, or a risk that has occurred;
 * - *not started*: planned, and nothing of it is done or under way;
 * - *on track*: it has a due date, and a forecast or a schedule, or nothing left to do;
 * - *unknown*.
 *
 * With work for 18 working days on its critical path and due in 20, float is 2 and enough (10 % of 18 is 1.8); due
 * in 19 it is at risk.
 * @param outlooks those of the plan's milestones, from the same input
 */
export function healthsOf(
  outlooks: readonly MilestoneOutlook[],
  { plan, today, schedule }: Pick<OutlookInput, 'plan' | 'today' | 'schedule'>,
): ReadonlyMap<string, MilestoneHealth> {
  const blocked = new Map(
    plan.tasks.flatMap(task => (task.category === 'blocked' ? [[task.uid, task.id || task.title]] : [])),
  );
  return new Map(
    outlooks.map(outlook => {
      const { milestone } = outlook;
      const [computed, reasons] = compute(outlook, plan, today, blocked);
      const basis = basisOf(outlook, schedule, reasons);
      return [
        milestone.uid,
        {
          computed,
          reasons: [...reasons, ...basis],
          ...(milestone.health !== undefined && { declared: milestone.health }),
          declaredStale: isStale(milestone, plan, today),
        },
      ];
    }),
  );
}

/** The health a word means, in whatever case and with whatever hyphens; undefined for any other word. */
export function readHealth(word: string): Health | undefined {
  switch (word.trim().toLowerCase().replace(/[_-]/g, ' ')) {
    case 'done':
    case 'complete':
    case 'completed':
      return 'done';
    case 'on track':
    case 'good':
    case 'green':
      return 'on track';
    case 'at risk':
    case 'amber':
    case 'yellow':
      return 'at risk';
    case 'off track':
    case 'late':
    case 'red':
      return 'off track';
    case 'not started':
      return 'not started';
    default:
      return undefined;
  }
}

function compute(
  outlook: MilestoneOutlook,
  plan: Plan,
  today: IsoDate,
  blocked: ReadonlyMap<string, string>,
): [Health, HealthReason[]] {
  const { milestone, tasks, open, started } = outlook;
  if (milestone.status === 'done') {
    return ['done', [{ code: 'health-status', args: ['done'] }]];
  }
  if (milestone.status === 'dropped') {
    return ['unknown', [{ code: 'health-status', args: ['dropped'] }]];
  }
  const off = offTrack(outlook, today);
  if (off.length > 0) {
    return ['off track', off];
  }
  const risky = atRisk(outlook, plan.risks, today, blocked);
  if (risky.length > 0) {
    return ['at risk', risky];
  }
  if (milestone.status === 'planned' && !started) {
    return ['not started', [{ code: 'health-not-started', args: [tasks.length] }, ...inTime(outlook)]];
  }
  if (milestone.due === undefined) {
    return ['unknown', [{ code: 'health-no-due', args: [] }]];
  }
  if (tasks.length > 0 && open.length === 0) {
    return ['on track', [{ code: 'health-all-done', args: [tasks.length] }]];
  }
  const reasons = inTime(outlook);
  return reasons.length > 0 ? ['on track', reasons] : ['unknown', [{ code: 'health-no-dates', args: [] }]];
}

function offTrack(
  { milestone, tasks, open, overdue, ...dates }: MilestoneOutlook,
  today: IsoDate,
): HealthReason[] {
  const { due } = milestone;
  if (due === undefined) {
    return [];
  }
  const reasons: HealthReason[] = overdue
    ? [{ code: 'health-due-passed', args: [due, open.length, tasks.length] }]
    : [];
  const { forecast, finish } = dates;
  if (forecast) {
    const p50 = standingOf(forecast.p50, due, today);
    if (p50 === 'late') {
      reasons.push({ code: 'health-p50-late', args: [forecast.p50 ?? '', due] });
    } else if (p50 === 'never') {
      reasons.push({ code: 'health-p50-never', args: [due] });
    }
  } else if (finish && finish.limited === undefined) {
    reasons.push({ code: 'health-finish-never', args: [due] });
  } else if (finish?.limited !== undefined && finish.limited > due) {
    reasons.push({ code: 'health-finish-late', args: [finish.limited, due] });
  }
  return reasons;
}

function atRisk(
  { milestone, forecast, finish, dueFloat, length = 0 }: MilestoneOutlook,
  risks: readonly Risk[],
  today: IsoDate,
  blocked: ReadonlyMap<string, string>,
): HealthReason[] {
  const { due } = milestone;
  const reasons: HealthReason[] = [];
  if (forecast && due !== undefined) {
    const p85 = standingOf(forecast.p85, due, today);
    if (p85 === 'late') {
      reasons.push({ code: 'health-p85-late', args: [forecast.p85 ?? '', due] });
    } else if (p85 === 'never') {
      reasons.push({ code: 'health-p85-never', args: [due] });
    }
  }
  const wanted = Math.max(LEAST_FLOAT, FLOAT_SHARE * length);
  if (due !== undefined && dueFloat !== undefined && dueFloat < wanted) {
    reasons.push(
      dueFloat < 0
        ? { code: 'health-float-negative', args: [lateDays(-dueFloat), due] }
        : { code: 'health-float-short', args: [slackDays(dueFloat), Math.ceil(wanted - TOLERANCE)] },
    );
  }
  for (const uid of finish?.path ?? []) {
    const id = blocked.get(uid);
    if (id !== undefined) {
      reasons.push({ code: 'health-path-blocked', args: [id] });
    }
  }
  for (const risk of risks.filter(one => one.milestone === milestone.key)) {
    if (risk.status === 'occurred') {
      reasons.push({ code: 'health-risk-occurred', args: [risk.id] });
    } else if (risk.score !== undefined && bandOf(risk.score) === 'severe' && isUnanswered(risk)) {
      reasons.push({ code: 'health-risk-severe', args: [risk.id, risk.score] });
    }
  }
  return reasons;
}

/** Nothing is done about it: no response, no status and no task says so. */
export function isUnanswered({
  status,
  response,
  tasks,
}: Pick<Risk, 'status' | 'response' | 'tasks'>): boolean {
  return status === 'open' && response === undefined && tasks.length === 0;
}

function inTime({ milestone: { due }, forecast, finish }: MilestoneOutlook): HealthReason[] {
  if (due === undefined) {
    return [];
  }
  if (forecast) {
    return forecast.p85 === undefined ? [] : [{ code: 'health-p85-in-time', args: [forecast.p85, due] }];
  }
  return finish?.limited === undefined
    ? []
    : [{ code: 'health-finish-in-time', args: [finish.limited, due] }];
}

/** What the dates among the reasons rest on, where that is little. */
function basisOf(
  { open, finish }: MilestoneOutlook,
  { tasks }: OutlookInput['schedule'],
  reasons: readonly HealthReason[],
): HealthReason[] {
  const scheduled = reasons.some(({ code }) => /^health-(float|finish)-/.test(code));
  const dated = scheduled || reasons.some(({ code }) => /^health-p\d/.test(code));
  const assumed = open.filter(({ uid }) => tasks.get(uid)?.remaining.source === 'assumed').length;
  return [
    ...(scheduled && assumed > open.length * MOST_ASSUMED
      ? [{ code: 'health-assumed' as const, args: [assumed, open.length] as [number, number] }]
      : []),
    ...(dated && finish?.bestCase ? [{ code: 'health-best-case' as const, args: [] as [] }] : []),
  ];
}

function isStale({ health, healthDate }: Milestone, { settings }: Plan, today: IsoDate): boolean {
  return (
    health !== undefined &&
    healthDate !== undefined &&
    daysBetween(healthDate, today) > settings.rules.healthAge
  );
}
