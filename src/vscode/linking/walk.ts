import { walkPicks, type WalkAnswer } from '../../present/picks/walkPicks';
import type { PickList } from '../../present/picks/pickRow';
import { likelyOf, type LikelyOfPlan } from '../../verbs/likely';
import type { SettleWish } from '../../verbs/settleCommits';
import type { Reading } from '../../verbs/verb';
import type { WithoutTask } from '../../verbs/withoutTask';
import type { Text } from '../../words/text';

/** How the walk reaches the user. */
export interface WalkUser {
  /** Resolves to undefined when the user ends the walk. */
  ask(title: Text, rows: PickList<WalkAnswer>): Promise<WalkAnswer | undefined>;
  /** Shows a commit, and leaves the focus where it can be asked again. */
  open(repo: string, hash: string): Promise<void>;
}

/**
 * Asks about commits one after the other. What has been chosen counts for the suggestions of the next ones. Ending early
 * keeps what has been chosen.
 */
export async function walk(
  { store }: Reading,
  { repo, commits, canExcuse }: WithoutTask,
  user: WalkUser,
): Promise<SettleWish['choices']> {
  const choices = new Map<string, Pick<LikelyOfPlan, 'plan' | 'uid'> | 'none'>();
  for (let at = 0; at < commits.length;) {
    const hash = commits[at] ?? '';
    const chosen = new Map([...choices].flatMap(([one, task]) => (task === 'none' ? [] : [[one, task]])));
    const likely = likelyOf({ store }, { repo, commits: [hash], chosen });
    const step = { repo, hash, step: at + 1, steps: commits.length, likely, canExcuse };
    const { title, rows } = walkPicks(store.snapshot, step);
    const answer = await user.ask(title, rows);
    switch (answer?.kind) {
      case undefined:
        return choices;
      case 'open':
        await user.open(repo, hash);
        continue;
      case 'back':
        at--;
        continue;
      case 'skip':
        choices.delete(hash);
        break;
      case 'none':
        choices.set(hash, 'none');
        break;
      case 'task':
        choices.set(hash, { plan: answer.plan, uid: answer.uid });
    }
    at++;
  }
  return choices;
}
