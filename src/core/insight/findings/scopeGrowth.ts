import type { MilestoneOutlook } from '../health/outlook';
import { FEWEST_WEEKS } from '../history/fewestWeeks';
import { weeksOf } from '../history/weeks';
import type { RuleContext, RuleReason } from './ruleContext';

/** Tasks finished in them, without which the milestone is still being planned. */
const FEWEST_TO_GROW = 3;
/** Growth that counts is more than work by this many tasks. */
const MARGIN = 2;
/** Growth that counts goes on: in so many of the last weeks. */
const RECENT = 4;

/**
 * Whether more is added to a milestone than done, in its full weeks since the first of its tasks was finished, at
 * most as many as the rule `history` says. What was added before work began is the plan, not its growth; a milestone
 * to which nothing was added in the last four weeks has stopped growing. Seven tasks added and four done in five
 * weeks are growth, six are not.
 * @returns one reason, or none
 */
export function scopeGrowth(
  { tasks }: MilestoneOutlook,
  { history, plan, today }: RuleContext,
): RuleReason[] {
  if (!history) {
    return [];
  }
  const lives = new Map(
    tasks.flatMap(({ key }) => {
      const life = history.tasks.get(key);
      return life ? [[key, life] as const] : [];
    }),
  );
  const weeks = weeksOf({ ...history, tasks: lives }, today, plan.settings);
  const begun = weeks.findIndex(({ done }) => done > 0);
  const counted = begun === -1 ? [] : weeks.slice(begun).slice(-plan.settings.rules.history);
  const added = counted.reduce((sum, week) => sum + week.added, 0);
  const done = counted.reduce((sum, week) => sum + week.done, 0);
  const goesOn = counted.slice(-RECENT).some(week => week.added > 0);
  return counted.length >= FEWEST_WEEKS && done >= FEWEST_TO_GROW && added > done + MARGIN && goesOn
    ? [{ code: 'scope-growing', args: [added, done, counted.length] }]
    : [];
}
