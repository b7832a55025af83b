import * as l10n from '@vscode/l10n';
import { reviewsJson } from '../../present/json/reviewJson';
import { reviewTables } from '../../present/tables/reviewTable';
import { review } from '../../verbs/review';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openSession } from '../session';
import { warnOfGit, warnOfUnread } from '../warn';

/** Prints what `BASE..HEAD` means for each plan. As JSON one object, or an array of them for several plans. */
export const reviewCommand: CliCommand = {
  name: 'review',
  arguments: ['[BASE..HEAD]'],
  options: ['json'],
  help: () => l10n.t('what a branch means for the plan'),
  async run({ root, today, json, args: [range] }) {
    const { store } = await openSession(root, today);
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
