import { addDays, daysBetween } from '../../base/dates';
import type { Health } from '../health/health';
import { readHealth } from '../health/health';
import { MOST_ASSUMED } from '../mostAssumed';
import type { MilestoneOutlook } from '../health/outlook';
import { standingOf } from '../health/outlook';
import { lateDays } from '../schedule/slack';
import { scopeGrowth } from './scopeGrowth';
import type { Found, RuleContext, RuleReason } from './ruleContext';
import { FEWEST_FOR_CUSTOM, CUSTOM_SHARE } from './ruleContext';

/**
 * What endangers milestones that are not over, and what is left to do in those that are declared done. About its
 * dates each has at most one finding, the first that holds: overdue; not to be done in time even without limits; P85
 * after its due date. What makes that worse (people with too much to do, growing scope) is a reason of that finding
 * then, and a finding of its own otherwise.
 */
export function milestoneFindings(context: RuleContext): Found[] {
  const owned = ownersAreUsual(context);
  const team = new Set([
    ...context.plan.settings.people.map(({ id }) => id),
    ...context.work.flatMap(({ assignees }) => assignees),
  ]);
  return context.outlooks
    .filter(({ milestone: { status } }) => status !== 'dropped')
    .flatMap((outlook): readonly Found[] => {
      if (outlook.milestone.status === 'done') {
        return doneButOpen(outlook);
      }
      const growth = scopeGrowth(outlook, context);
      const asked = context.asked(outlook.milestone);
      const date = dateFinding(outlook, growth, context);
      return [
        ...(date
          ? [
              {
                ...date,
                reasons: [...date.reasons, ...asked, ...(date.id === 'scope-growing' ? [] : growth)],
              },
            ]
          : [...tooMuch(outlook, asked), ...growing(outlook, growth)]),
        ...(owned ? noOwner(outlook, context) : []),
        ...(team.size > 1 ? onePerson(outlook) : []),
        ...ownWord(outlook, context),
      ];
    });
}

function doneButOpen({ milestone, open }: MilestoneOutlook): Found[] {
  const reasons: readonly RuleReason[] = [{ code: 'done-but-open', args: [open.length] }];
  return open.length > 0 ? [{ item: milestone, id: 'done-but-open', severity: 'warning', reasons }] : [];
}

function dateFinding(
  outlook: MilestoneOutlook,
  growth: readonly RuleReason[],
  context: RuleContext,
): Found | undefined {
  const { milestone, tasks, open, forecast, finish, dueFloat = 0, overdue } = outlook;
  const { due } = milestone;
  if (due === undefined) {
    return undefined;
  }
  const item = milestone;
  const p85 = forecast && standingOf(forecast.p85, due, context.today);
  const p50 = forecast && standingOf(forecast.p50, due, context.today);
  const p85Reason: readonly RuleReason[] =
    p85 === 'late' || p85 === 'never' ? [{ code: 'p85-is', args: [forecast?.p85 ?? ''] }] : [];
  if (overdue) {
    const counts: readonly RuleReason[] =
      tasks.length > 0 ? [{ code: 'open-tasks', args: [open.length, tasks.length] }] : [];
    return {
      item,
      id: 'overdue',
      severity: 'error',
      reasons: [{ code: 'overdue', args: [due, daysBetween(due, context.today)] }, ...counts, ...p85Reason],
    };
  }
  if (dueFloat < 0 && finish && isEstimated(finish.path, context)) {
    return {
      item,
      id: 'negative-due-float',
      severity: 'error',
      reasons: [
        { code: 'negative-due-float', args: [lateDays(-dueFloat), finish.critical, due] },
        ...p85Reason,
      ],
    };
  }
  if (p85 === 'never' && growth.length > 0) {
    return { item, id: 'scope-growing', severity: 'warning', reasons: [...growth, ...p85Reason] };
  }
  if (p85 === 'late' || p85 === 'never') {
    const half: readonly RuleReason[] =
      p50 === 'late' || p50 === 'never' ? [{ code: 'p50-late', args: [forecast?.p50 ?? ''] }] : [];
    return {
      item,
      id: 'p85-past-due',
      severity: p50 === 'in-time' ? 'warning' : 'error',
      reasons: [{ code: 'p85-past-due', args: [forecast?.p85 ?? '', due] }, ...half],
    };
  }
  return undefined;
}

/** What is mostly assumed makes no date that anybody could have missed. */
function isEstimated(path: readonly string[], { schedule }: RuleContext): boolean {
  const assumed = path.filter(uid => schedule.tasks.get(uid)?.remaining.source === 'assumed');
  return assumed.length <= path.length * MOST_ASSUMED;
}

function tooMuch({ milestone }: MilestoneOutlook, asked: readonly RuleReason[]): Found[] {
  return asked.length > 0
    ? [{ item: milestone, id: 'over-allocated', severity: 'warning', reasons: asked }]
    : [];
}

function growing({ milestone }: MilestoneOutlook, growth: readonly RuleReason[]): Found[] {
  return growth.length > 0
    ? [{ item: milestone, id: 'scope-growing', severity: 'info', reasons: growth }]
    : [];
}

/** Only where most milestones of the plan name one. */
function ownersAreUsual({ plan }: RuleContext): boolean {
  const milestones = plan.milestones.filter(({ status }) => status !== 'dropped');
  const owned = milestones.filter(({ owner }) => owner !== undefined);
  return owned.length > 1 && owned.length >= milestones.length * CUSTOM_SHARE;
}

/** What is far away and not begun needs no owner yet. */
function noOwner({ milestone, started }: MilestoneOutlook, { plan, today }: RuleContext): Found[] {
  const { owner, due, status } = milestone;
  const near = due !== undefined && due <= addDays(today, plan.settings.rules.dueSoon);
  return owner === undefined && (near || started || status === 'active')
    ? [{ item: milestone, id: 'no-owner', severity: 'info', reasons: [{ code: 'no-owner', args: [] }] }]
    : [];
}

/** Where others could help and there is much to do: several tasks, each of them theirs alone. */
function onePerson({ milestone, open, started }: MilestoneOutlook): Found[] {
  const [person, ...others] = new Set(open.map(({ assignees }) => assignees.join('\n')));
  const alone = person !== undefined && person !== '' && !person.includes('\n') && others.length === 0;
  return alone && started && open.length >= FEWEST_FOR_CUSTOM
    ? [
        {
          item: milestone,
          id: 'one-person',
          severity: 'info',
          reasons: [{ code: 'one-person', args: [person, open.length] }],
        },
      ]
    : [];
}

/** Those that mean the same for whoever reads them. */
const RANK: Readonly<Partial<Record<Health, number>>> = {
  done: 0,
  'on track': 1,
  'not started': 1,
  'at risk': 2,
  'off track': 3,
};

/** A word of the TPM's own that the figures do not bear out, or that is too old to say anything. */
function ownWord({ milestone }: MilestoneOutlook, { healths }: RuleContext): Found[] {
  const { computed, declared, declaredStale } = healths.get(milestone.uid) ?? { computed: 'unknown' };
  if (declared === undefined) {
    return [];
  }
  const word = readHealth(declared);
  const [own, found] = [word && RANK[word], RANK[computed]];
  const differs = own !== undefined && found !== undefined && own !== found;
  const difference: readonly RuleReason[] = differs
    ? [{ code: 'health-disagrees', args: [declared, computed] }]
    : [];
  if (declaredStale && (own === undefined || own !== found)) {
    return [
      {
        item: milestone,
        id: 'health-stale',
        severity: 'info',
        reasons: [{ code: 'health-stale', args: [declared, milestone.healthDate ?? ''] }, ...difference],
      },
    ];
  }
  return differs
    ? [
        {
          item: milestone,
          id: 'health-disagrees',
          severity: own < found ? 'warning' : 'info',
          reasons: difference,
        },
      ]
    : [];
}
