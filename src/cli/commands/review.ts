import * as l10n from '@vscode/l10n';
import { reviewJson } from '../../present/json/reviewJson';
import { effectTable } from '../../present/tables/effectTable';
import { reviewTable } from '../../present/tables/reviewTable';
import { review, type PlanReview } from '../../verbs/review';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { jsonLines } from '../printable';
import { openSession } from '../session';
import { warn, warnOfGit } from '../warn';

/** Prints what `BASE..HEAD` means for each plan. As JSON one object, or an array of them for several plans. */
export const reviewCommand: CliCommand = {
  name: 'review',
  arguments: ['[BASE..HEAD]'],
  options: ['json'],
  help: () => l10n.t('what a branch means for the plan'),
  async run({ root, today, json, args: [range] }) {
    const { store } = await openSession(root, today);
    const reviews = valueOf(await review({ store }, readRange(range)));
    reviews.forEach(one => one.review.unread.forEach(({ file, message }) => warn([file, message])));
    warnOfGit(store.snapshot);
    return done(json ? jsonOf(reviews) : tableOf(reviews));
  },
};

function jsonOf(reviews: readonly PlanReview[]): string[] {
  const all = reviews.map(one => reviewJson(one.plan, one.review, one.effect));
  const [only] = all;
  return jsonLines(only && all.length === 1 ? only : all);
}

function tableOf(reviews: readonly PlanReview[]): string[] {
  return reviews.flatMap(one => [
    ...(reviews.length > 1 ? ['', one.plan.name] : []),
    ...reviewTable(one.plan, one.review),
    ...effectTable(one.effect),
  ]);
}

/** `BASE..HEAD` (or three dots); either may be missing. A single revision is the head. */
function readRange(range: string | undefined): { base?: string; head?: string } {
  const [first, second] = (range ?? '').split(/\.{2,3}/);
  const [base, head] = second === undefined ? ['', first] : [first, second];
  return { ...(base && { base }), ...(head && { head }) };
}
