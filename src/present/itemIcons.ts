import type { IsoDate } from '../core/plan/dates';
import type { Milestone, Risk, Task } from '../core/plan/model';
import type { Severity } from '../core/plan/problem';
import { isOver } from './planIndex';
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

/** Colour by the health its owner declared, else red only when it is overdue. */
export function milestoneIcon(milestone: Milestone, today: IsoDate): RowIcon {
  if (milestone.status === 'done') {
    return icon('pass', 'charts.green');
  }
  if (milestone.status === 'dropped') {
    return icon('circle-slash', 'disabledForeground');
  }
  const late = milestone.due !== undefined && milestone.due < today;
  return icon('milestone', healthColor(milestone.health) ?? (late ? 'charts.red' : undefined));
}

function healthColor(health: string | undefined): ThemeColor | undefined {
  switch (health?.trim().toLowerCase().replace(/[-_]/g, ' ')) {
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

export type Band = 'low' | 'moderate' | 'high' | 'severe';

/** Low 1–4, moderate 5–9, high 10–14, severe 15–25. */
export function bandOf(score: number): Band {
  return score >= 15 ? 'severe' : score >= 10 ? 'high' : score >= 5 ? 'moderate' : 'low';
}

/** Only what needs attention is coloured. */
const BAND_COLORS: Readonly<Record<Band, ThemeColor | undefined>> = {
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
