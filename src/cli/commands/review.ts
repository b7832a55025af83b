import * as l10n from '@vscode/l10n';
import { reviewsJson } from '../../present/json/reviewJson';
import { reviewTables } from '../../present/tables/reviewTable';
import { review } from '../../verbs/review';
import { reviewVerb } from '../../verbs/table';
import { configureDays } from '../../words/days';
import { done, type CliCommand } from '../command';
import { Failure, valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openSession } from '../session';
import { warnOfGit, warnOfUnread } from '../warn';

/** What a review is written as, beside its table. */
const MARKDOWN = 'markdown';

/** Prints what `BASE..HEAD` means for each plan. As JSON one object, or an array of them for several plans. */
export const reviewCommand: CliCommand = {
  name: 'review',
  arguments: ['[BASE..HEAD]'],
  options: ['json', 'as'],
  help: () => l10n.t('what a branch means for the plan'),
  async run({ root, today, json, as, args: [range] }) {
    if (as !== undefined && as !== MARKDOWN) {
      throw new Failure({ code: 'value-invalid', args: ['--as', as, MARKDOWN] });
    }
    const { store } = await openSession(root, today);
    if (as) {
      // It is for people, who are given days as everywhere else.
      configureDays('en');
      const reviews = valueOf(await reviewVerb.run({ store }, readRange(range)));
      warnOfGit(store.snapshot);
      return done((await reviewVerb.render(reviews)).split('\n'));
    }
    const reviews = valueOf(await review({ store }, readRange(range)));
    warnOfUnread(reviews.flatMap(({ review: { unread } }) => unread));
    warnOfGit(store.snapshot);
    return done(json ? jsonLines(reviewsJson(reviews)) : reviewTables(reviews));
  },
};

/** `BASE..HEAD` (or three dots); either may be missing. A single revision is the head. */
function readRange(range: string | undefined): { base?: string; head?: string } {
  const [first, second] = (range ?? '').split(/\.{2,3}/);
  const [base, head] = second === undefined ? ['', first] : [first, second];
  return { ...(base && { base }), ...(head && { head }) };
}
