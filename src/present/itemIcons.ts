import type { Health } from '../core/insight/health/health';
import { bandOf } from '../core/insight/risks/band';
import type { RiskBand } from '../core/insight/risks/band';
import type { IsoDate } from '../core/base/dates';
import type { Milestone, Risk, Task } from '../core/plan/model';
import type { Severity } from '../core/plan/problem';
import { isOver } from '../core/plan/category';
import type { ShownHealth } from './health';
import type { RowIcon, ThemeColor } from './row';

/** The icon of something that was dropped. */
export const DROPPED: RowIcon = { codicon: 'circle-slash', color: 'disabledForeground' };

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
      return DROPPED;
  }
}

/** Whether something open is past its day. */
export function isLate(task: Pick<Task, 'due' | 'category'>, today: IsoDate): boolean {
  return task.due !== undefined && task.due < today && !isOver(task.category);
}

/** Shape and colour by how it stands; while nothing is said about that, red when it is overdue. */
export function milestoneIcon(
  milestone: Milestone,
  today: IsoDate,
  health: ShownHealth | undefined,
): RowIcon {
  if (milestone.status === 'dropped') {
    return DROPPED;
  }
  const late = milestone.due !== undefined && milestone.due < today && milestone.status !== 'done';
  return health ? healthIcon(health.health) : icon('milestone', late ? 'charts.red' : undefined);
}

const HEALTH_ICONS: Readonly<Record<Health, RowIcon>> = {
  'off track': icon('error', 'charts.red'),
  'at risk': icon('warning', 'charts.yellow'),
  'on track': icon('pass', 'charts.green'),
  done: icon('pass-filled', 'charts.green'),
  'not started': icon('circle-large-outline'),
  unknown: icon('question'),
};

/** A health by its shape and its colour, so that a selected row and high contrast show it, too. */
export function healthIcon(health: Health | undefined): RowIcon {
  return HEALTH_ICONS[health ?? 'unknown'];
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

function icon(codicon: string, color?: ThemeColor): RowIcon {
  return color ? { codicon, color } : { codicon };
}
