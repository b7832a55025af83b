import type { Baseline } from '../../core/insight/baseline/baseline';
import { effortOf } from '../../core/insight/baseline/scope';
import type { Effort, ScopeChange, ScopeTask } from '../../core/insight/baseline/scope';
import type { Shift } from '../../core/insight/effect/shift';
import type { RiskPosition } from '../../core/insight/risks/register';
import type { Estimate } from '../../core/plan/estimate';
import { formatEstimate } from '../../core/plan/estimate';
import type { Plan } from '../../core/plan/model';
import { daysJson } from './dayJson';

/** A plan with what became of it. */
export interface BaselineOfPlan {
  readonly plan: Plan;
  readonly baseline: Baseline;
}

/**
 * What `milepost baseline --json` prints. Figures are `{from, to}`, null where there is none; of a task and of an
 * estimate only what has moved is there, else null.
 */
export function baselineJson(root: string, plans: readonly BaselineOfPlan[]): object {
  return { root, plans: plans.map(planJson) };
}

function planJson({ plan, baseline: { day, finish, milestones, tasks, scope, risks } }: BaselineOfPlan) {
  const { folder } = plan;
  return {
    folder,
    day,
    finish: shiftJson(finish),
    milestones: milestones.map(({ id, title, change, ...figures }) => ({
      plan: folder,
      id,
      title,
      change: change ?? null,
      due: shiftJson(figures.due),
      finish: shiftJson(figures.finish),
      p50: shiftJson(figures.p50),
      p85: shiftJson(figures.p85),
      done: shiftJson(figures.done),
      total: shiftJson(figures.total),
      health: shiftJson(figures.health),
    })),
    tasks: tasks.map(({ id, title, status, due, finish: end }) => ({
      plan: folder,
      id,
      title,
      status: movedJson(status),
      due: movedJson(due),
      finish: movedJson(end),
    })),
    scope: scopeJson(plan, scope),
    risks: risks.map(({ id, title, kind, from, to }) => ({
      plan: folder,
      id,
      title,
      kind,
      from: positionJson(from),
      to: positionJson(to),
    })),
  };
}

function scopeJson({ folder, settings }: Plan, { added, removed, estimates }: ScopeChange): object {
  const text = (estimate: Estimate | undefined): string | null =>
    estimate ? formatEstimate(estimate, settings.hours) : null;
  const task = ({ id, title, estimate, why }: ScopeTask): object => ({
    plan: folder,
    id,
    title,
    estimate: text(estimate),
    why,
  });
  return {
    added: added.map(task),
    removed: removed.map(task),
    estimates: estimates.map(({ id, title, estimate: { from, to } }) => ({
      plan: folder,
      id,
      title,
      estimate: { from: text(from), to: text(to) },
    })),
    totals: {
      added: effortOf(added),
      removed: effortOf(removed),
      estimates: shiftJson(effortsOf(estimates)),
    },
  };
}

/** All changed estimates together, then and now. */
export function effortsOf(estimates: ScopeChange['estimates']): {
  readonly from: Effort;
  readonly to: Effort;
} {
  const side = (name: 'from' | 'to') =>
    effortOf(estimates.map(({ estimate }) => ({ ...(estimate[name] && { estimate: estimate[name] }) })));
  return { from: side('from'), to: side('to') };
}

function shiftJson<T>({ from, to }: Shift<T>): object {
  return daysJson({ from, to });
}

function movedJson<T>(shift: Shift<T> | undefined): object | null {
  return shift ? shiftJson(shift) : null;
}

function positionJson(position: RiskPosition | undefined): object | null {
  return (
    (position && { status: position.status, score: position.score ?? null, band: position.band }) || null
  );
}
