import { BEYOND, daysBetween } from '../../core/base/dates';
import type { DayTrial } from '../../core/insight/effect/dayTrial';
import type { Text } from '../../words/text';

/** Milestones that are named among what a day moves. */
const NAMED = 4;

/** What a day means and what follows from it, a line each: the day first, the milestones that it moves last. */
export function dayTrialLines({ field, day, task, finish, moved }: DayTrial): readonly Text[] {
  const late = field === 'due' && finish !== undefined && finish > day && finish !== BEYOND;
  const named = moved.slice(0, NAMED);
  return [
    { code: field === 'start' ? 'edit.try-start' : 'edit.try-due', args: [day] },
    ...datesOf(task, finish),
    ...(late ? [{ code: 'edit.try-late' as const, args: [daysBetween(day, finish)] as [number] }] : []),
    ...named.map(({ milestone, from, to }): Text => ({
      code: 'edit.try-moves',
      args: [milestone.title, from, to],
    })),
    ...(moved.length > NAMED
      ? [{ code: 'panel.cause-more' as const, args: [moved.length - NAMED] as [number] }]
      : []),
  ];
}

function datesOf(task: DayTrial['task'], finish: DayTrial['finish']): readonly Text[] {
  if (finish === undefined || finish === BEYOND) {
    return [];
  }
  return [
    task ? { code: 'edit.try-dates', args: [task.start, finish] } : { code: 'edit.try-ends', args: [finish] },
  ];
}
