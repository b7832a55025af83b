import type { LikelyOfPlan } from './likely';
import { link, type LinkWish } from './link';
import { noTask } from './noTask';
import type { Outcome, Writing } from './verb';

/** What becomes of commits without a task. */
export interface SettleWish {
  /** `Plan.uid` of the plan that says which commits need no task. */
  readonly plan: string;
  /** By hash: the task that the commit belongs to, or that it needs none. */
  readonly choices: ReadonlyMap<string, Pick<LikelyOfPlan, 'plan' | 'uid'> | 'none'>;
}

/**
 * Links commits to their tasks, those of a plan by one edit, and says which need none. It fails at the first edit that
 * is refused; what was made before that stays.
 */
export async function settleCommits(
  writing: Writing,
  { plan, choices }: SettleWish,
): Promise<Outcome<{ readonly linked: number; readonly excused: number }>> {
  const byTask = new Map<string, LinkWish>();
  const excused: string[] = [];
  for (const [hash, choice] of choices) {
    if (choice === 'none') {
      excused.push(hash);
    } else {
      const name = `${choice.plan}\n${choice.uid}`;
      const task = { plan: choice.plan, uid: choice.uid, kind: 'task' } as const;
      byTask.set(name, { task, commits: [...(byTask.get(name)?.commits ?? []), hash] });
    }
  }
  const outcome = await link(writing, [...byTask.values()]);
  if (!outcome.ok) {
    return outcome;
  }
  const said = excused.length > 0 ? await noTask(writing, { plan, commits: excused }) : undefined;
  return said && !said.ok
    ? said
    : { ok: true, value: { linked: choices.size - excused.length, excused: excused.length } };
}
