import { planPicks } from '../../present/picks/planPicks';
import { settleCommits } from '../../verbs/settleCommits';
import { withoutTask } from '../../verbs/withoutTask';
import type { Text } from '../../words/text';
import type { LaterCommand } from './kit';
import { walk } from './walk';

/** Goes through the commits without a task one by one; what is chosen is one gesture. */
export const walkCommits: LaterCommand = async (kit, args) => {
  const { say, store } = kit;
  const given = kit.rangeOf(args);
  const plans = planPicks(store.snapshot);
  const plan = given?.plan ?? (plans.length > 1 ? await kit.pickRow(plans, say) : plans[0]?.value);
  if (plan === undefined) {
    return;
  }
  const found = kit.valueOf(await withoutTask({ store }, { ...given, plan }));
  if (found.commits.length === 0) {
    kit.inform(say({ code: 'ui.walk-nothing', args: [] }));
    return;
  }
  const options = {
    placeHolder: say({ code: 'ui.walk-task', args: [] }),
    // Looking at the commit meanwhile must not end the walk.
    ...{ ignoreFocusOut: true, matchOnDescription: true, matchOnDetail: true },
  };
  const choices = await walk({ store }, found, {
    ask: (title, rows) => kit.pickRow(rows, say, { ...options, title: say(title) }),
    open: (repo, hash) => kit.showCommit(repo, hash),
  });
  if (choices.size > 0) {
    const { linked, excused } = kit.valueOf(await settleCommits(kit.writing, { plan, choices }));
    const text: Text = { code: 'ui.walked', args: [linked, excused] };
    kit.tell(text, choices.size);
  }
};
