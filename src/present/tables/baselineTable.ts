import type { MilestoneBaseline, TaskBaseline } from '../../core/insight/baseline/baseline';
import { effortOf } from '../../core/insight/baseline/scope';
import type { Effort, ScopeChange, ScopeTask } from '../../core/insight/baseline/scope';
import type { Shift } from '../../core/insight/effect/shift';
import type { RiskMovement, RiskPosition } from '../../core/insight/risks/register';
import { BEYOND, daysBetween } from '../../core/base/dates';
import type { IsoDate } from '../../core/base/dates';
import { formatEstimate } from '../../core/plan/estimate';
import type { Estimate } from '../../core/plan/estimate';
import { plainDay } from '../../words/days';
import { say } from '../../words/say';
import type { Text } from '../../words/text';
import { healthText } from '../health';
import { effortsOf } from '../json/baselineJson';
import type { BaselineOfPlan } from '../json/baselineJson';
import { columns } from './columns';

/** What `milepost baseline` prints for one plan: what has moved, then → now, and the counts of every milestone. */
export function baselineTable({ plan, baseline }: BaselineOfPlan): string[] {
  const { day, finish, milestones, scope, tasks, risks } = baseline;
  return [
    say({ code: 'cli.since', args: [plan.name, plan.folder, day.from, day.to] }),
    say({ code: 'cli.finish-moved', args: [dates(finish)] }),
    ...titled({ code: 'cli.milestones', args: [] }, columns(milestones.flatMap(milestoneRows))),
    ...titled({ code: 'cli.scope', args: [] }, scopeLines(scope, plan.settings.hours)),
    ...titled({ code: 'cli.tasks-moved', args: [] }, taskLines(tasks)),
    ...titled({ code: 'cli.risks-moved', args: [] }, columns(risks.map(riskRow))),
  ];
}

/** Its counts, then the figures that have moved. */
function milestoneRows({ title, change, ...figures }: MilestoneBaseline): string[][] {
  const { done, total } = figures;
  const count = (side: 'from' | 'to'): string =>
    total[side] === undefined ? '' : `${done[side] ?? 0}/${total[side]}`;
  const health = (side: 'from' | 'to'): string => {
    const computed = figures.health[side];
    return computed ? say(healthText(computed)) : '';
  };
  const rows: (readonly [Text, string])[] = [
    [{ code: 'cli.done', args: [] }, arrow(count('from'), count('to'))],
    ...dateRow({ code: 'cli.due', args: [] }, figures.due),
    ...dateRow({ code: 'cli.end', args: [] }, figures.finish),
    ...dateRow('P50', figures.p50),
    ...dateRow('P85', figures.p85),
  ];
  if (health('from') !== health('to')) {
    rows.push([{ code: 'cli.health', args: [] }, arrow(health('from'), health('to'))]);
  }
  return rows.map(([what, text], index) => [
    index > 0 ? '' : change ? say({ code: 'cli.changed', args: [title, change] }) : title,
    say(what),
    text,
  ]);
}

function dateRow(what: Text, shift: Shift<IsoDate>): (readonly [Text, string])[] {
  return shift.from === shift.to ? [] : [[what, dates(shift)]];
}

/** Totals, each over the tasks that it sums up. */
function scopeLines({ added, removed, estimates }: ScopeChange, hours: number): string[] {
  const { from, to } = effortsOf(estimates);
  const text = (estimate: Estimate | undefined): string => (estimate ? formatEstimate(estimate, hours) : '');
  const rows = (sign: string, tasks: readonly ScopeTask[]): string[] =>
    columns(
      tasks.map(({ id, estimate, title, why }) => [
        `${sign} ${id}`,
        text(estimate),
        say({ code: 'cli.scope-task', args: [title, why] }),
      ]),
    );
  const changed = estimates.map(({ id, title, estimate }) => [
    `~ ${id}`,
    arrow(text(estimate.from), text(estimate.to)),
    title,
  ]);
  return [
    ...(added.length > 0
      ? [say({ code: 'cli.scope-added', args: [added.length, effort(effortOf(added), hours)] })]
      : []),
    ...rows('+', added),
    ...(removed.length > 0
      ? [say({ code: 'cli.scope-removed', args: [removed.length, effort(effortOf(removed), hours)] })]
      : []),
    ...rows('-', removed),
    ...(changed.length > 0
      ? [
          say({
            code: 'cli.scope-estimates',
            args: [changed.length, arrow(effort(from, hours), effort(to, hours))],
          }),
        ]
      : []),
    ...columns(changed),
  ];
}

function effort({ hours, points, tasks, unestimated }: Effort, perDay: number): string {
  return [
    ...(hours > 0 || (points === 0 && unestimated < tasks)
      ? [formatEstimate({ unit: 'hours', value: round(hours) }, perDay)]
      : []),
    ...(points > 0 ? [formatEstimate({ unit: 'points', value: round(points) })] : []),
    ...(unestimated > 0 ? [say({ code: 'cli.unestimated', args: [unestimated] })] : []),
  ].join(' + ');
}

/** By status and due date one by one; those that only the schedule moves are counted. */
function taskLines(tasks: readonly TaskBaseline[]): string[] {
  const rows = tasks.flatMap(({ id, title, status, due }) => [
    ...(status ? [[id, say({ code: 'cli.status', args: [] }), arrow(status.from, status.to), title]] : []),
    ...(due ? [[id, say({ code: 'cli.due', args: [] }), dates(due), title]] : []),
  ]);
  const others = tasks.filter(({ status, due }) => !status && !due).length;
  return [...columns(rows), ...(others > 0 ? [say({ code: 'cli.rescheduled', args: [others] })] : [])];
}

function riskRow({ id, title, kind, from, to }: RiskMovement): string[] {
  return [id, say({ code: 'cli.risk-kind', args: [kind] }), arrow(position(from), position(to)), title];
}

function position(at: RiskPosition | undefined): string {
  return at ? `${at.status}${at.score === undefined ? '' : ` ${at.score}`}` : '';
}

/** Two days, and by how many calendar days they differ. */
function dates({ from, to }: Shift<IsoDate>): string {
  const known = from !== undefined && to !== undefined && from !== BEYOND && to !== BEYOND;
  const days = known ? daysBetween(from, to) : 0;
  const by =
    days === 0 ? '' : ` (${say({ code: 'cli.days', args: [`${days > 0 ? '+' : '−'}${Math.abs(days)}`] })})`;
  return `${arrow(from && plainDay(from), to && plainDay(to))}${by}`;
}

function arrow(from: string | undefined, to: string | undefined): string {
  return from === to ? (to ?? '–') : `${from || '–'} → ${to || '–'}`;
}

function titled(title: Text, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', say(title), ...lines.map(line => `  ${line}`)] : [];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
