import { isDismissed } from '../../plan/dismissals';
import type { Plan } from '../../plan/model';
import type { Finding } from './finding';
import type { MilestoneHealth } from '../health/health';
import { healthsOf } from '../health/health';
import { outlooksOf } from '../health/outlook';
import { milestoneFindings } from './milestoneRules';
import { riskFindings } from './riskRules';
import type { Found, RuleContext, RuleInput } from './ruleContext';
import { ruleContext } from './ruleContext';
import { taskCareFindings } from './taskCare';
import { taskDateFindings } from './taskDates';

/** What a plan's figures mean. */
export interface Assessment {
  /** By milestone uid. */
  readonly healths: ReadonlyMap<string, MilestoneHealth>;
  /** Of milestones, then of tasks, then of risks; without what the plan's files dismiss. */
  readonly findings: readonly Finding[];
}

/** Finds what is wrong in one respect. */
export type FindingRule = (context: RuleContext) => readonly Found[];

/** All rules, in the order in which their findings are listed. */
export const FINDING_RULES: readonly FindingRule[] = [
  milestoneFindings,
  datesAndOverloads,
  taskCareFindings,
  riskFindings,
];

/**
 * The health of every milestone, and what endangers the plan by rule. A plan in order has no finding, and one cause
 * makes one: each item has at most one finding about its dates, which names everything that adds to it, and what
 * is late because of something else says so. Nothing is missed that the plan does not use elsewhere: without
 * owners, estimates or dates a plan has no findings about them. Linear in tasks, but for sorting.
 */
export function assess(input: RuleInput): Assessment {
  const outlooks = outlooksOf(input);
  const healths = healthsOf(outlooks, input);
  const context = ruleContext(input, outlooks, healths);
  const found = FINDING_RULES.flatMap(rule => rule(context));
  return { healths, findings: found.flatMap(one => toFinding(one, input.plan)) };
}

/** Too much asked of somebody until a task's own due date is a reason of what is said of its dates, or stands alone. */
function datesAndOverloads(context: RuleContext): Found[] {
  const { plan, asked } = context;
  const dates = taskDateFindings(context);
  const said = new Set(dates.map(({ item }) => item));
  const alone = plan.tasks.filter(task => !said.has(task) && asked(task).length > 0);
  return [
    ...dates.map(found => ({ ...found, reasons: [...found.reasons, ...asked(found.item)] })),
    ...alone.map((item): Found => ({
      item,
      id: 'over-allocated',
      severity: 'warning',
      reasons: asked(item),
    })),
  ];
}

function toFinding({ item, id, severity, reasons }: Found, plan: Plan): Finding[] {
  return isDismissed(plan, item, id)
    ? []
    : [{ id, severity, subject: { kind: item.kind, uid: item.uid, id: item.id }, reasons }];
}
