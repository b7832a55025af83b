import type { Remaining } from '../core/insight/schedule/remaining';
import type { Slack } from '../core/insight/schedule/slack';
import type { Text } from '../words/text';

/** The work left on a task in words, with where the figure comes from. */
export function workLeftText({ days, source }: Remaining): Text {
  return { code: 'left.days', args: [tenths(days), source] };
}

/** How far a task may slip, in words. */
export function slackText(slack: Slack): Text {
  return slack.kind === 'float'
    ? { code: 'left.float', args: [slack.days] }
    : { code: `left.${slack.kind}`, args: [slack.days, slack.due] };
}

/** Days of work to tenths, as they are shown. */
export function tenths(days: number): number {
  return Math.round(days * 10) / 10;
}
