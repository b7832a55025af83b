import type { Health } from '../core/insight/health/health';
import { bandOf } from '../core/insight/risks/band';
import type { RiskBand } from '../core/insight/risks/band';
import type { IsoDate } from '../core/base/dates';
import type { Milestone, Risk, Task } from '../core/plan/model';
import type { Severity } from '../core/plan/problem';
import { isOver } from '../core/plan/category';
import type { RowIcon, ThemeColor } from './row';

/** Shape by status, colour by what needs attention. */
export function taskIcon(task: Task, today: IsoDate): RowIcon {
  const late: ThemeColor | undefined = isLate(task, today) ? 'charts.red' : undefined;
  switch (task.category) {
    case 'open':
      return icon('circle-large-outline', late);
    case 'active':
      return icon('color-mode', late ?? 'charts.blue');
    case 'blocked':
      return icon('stop-circle', 'charts.yellow');
    case 'done':
      return icon('pass', 'charts.green');
    case 'dropped':
      return icon('circle-slash', 'disabledForeground');
  }
}

/** Whether something open is past its day. */
export function isLate(task: Pick<Task, 'due' | 'category'>, today: IsoDate): boolean {
  return task.due !== undefined && task.due < today && !isOver(task.category);
}

/** Colour by how it stands; while that is not known, red when it is overdue. */
export function milestoneIcon(milestone: Milestone, today: IsoDate, health: Health | undefined): RowIcon {
  if (milestone.status === 'done') {
    return icon('pass', 'charts.green');
  }
  if (milestone.status === 'dropped') {
    return icon('circle-slash', 'disabledForeground');
  }
  const late = milestone.due !== undefined && milestone.due < today;
  return icon('milestone', healthColor(health) ?? (late ? 'charts.red' : undefined));
}

function healthColor(health: Health | undefined): ThemeColor | undefined {
  switch (health) {
    case 'on track':
      return 'charts.green';
    case 'at risk':
      return 'charts.yellow';
    case 'off track':
      return 'charts.red';
    default:
      return undefined;
  }
}

/** Only what needs attention is coloured. */
const BAND_COLORS: Readonly<Record<RiskBand, ThemeColor | undefined>> = {
  low: 'disabledForeground',
  moderate: undefined,
  high: 'charts.yellow',
  severe: 'charts.red',
};

/** An occurred risk is an issue; a closed one is settled. */
export function riskIcon(risk: Risk): RowIcon {
  if (risk.status === 'closed') {
    return icon('pass', 'disabledForeground');
  }
  const color = risk.score === undefined ? undefined : BAND_COLORS[bandOf(risk.score)];
  return icon(risk.status === 'occurred' ? 'flame' : 'shield', color);
}

/** As VS Code marks problems of that severity. */
export function severityIcon(severity: Severity): RowIcon {
  switch (severity) {
    case 'error':
      return icon('error', 'problemsErrorIcon.foreground');
    case 'warning':
      return icon('warning', 'problemsWarningIcon.foreground');
    case 'info':
      return icon('info', 'problemsInfoIcon.foreground');
  }
}

function icon(codicon: string, color: ThemeColor | undefined): RowIcon {
  return color ? { codicon, color } : { codicon };
}
