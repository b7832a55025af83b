import { isWork } from '../../core/evidence/link';
import type { Effect } from '../../core/insight/effect/effect';
import type { Review, ReviewCommit } from '../../core/insight/review/review';
import type { Task } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import { formatDay } from '../../words/days';
import { say } from '../../words/say';
import type { Text } from '../../words/text';
import { effectRows } from '../effectRows';
import { groupByItem, type ItemChanges } from '../panel/parts/changes';
import { reviewCounts } from '../panel/review/review';
import { plain } from '../plainMarkdown';
import { indexOf } from '../planIndex';
import { bold, lineOf } from './reportText';

/** Lines below one heading; a description of a pull request holds some ten thousand characters. */
const MOST_LINES = 40;
/** Commits below one task. */
const MOST_COMMITS = 12;
/** Digits of a hash: web hosts make a link of so many where nothing stands around them. */
const HASH = 10;

/** What a range of commits means for a plan. */
export interface SummarySource {
  readonly review: Review;
  /** The plan as it stands where the range ends. */
  readonly facts: PlanFacts;
  readonly effect: Effect | undefined;
}

/**
 * A review as Markdown for the pull request: its tasks with their commits, the commits without a task, what changes in
 * the plan, criteria that are still open as boxes, and the effect on dates and risks. What there is nothing of is left
 * out.
 * @param plan name of the plan, '' where it goes without saying
 */
export function reviewSummaryText({ review, facts, effect }: SummarySource, plan: string): string {
  const changes = groupByItem(review.changes);
  const { base, head } = review;
  const range = say({ code: 'report.review', args: [plain(head.name), plain(base.name)] });
  const free = review.commits.filter(({ hash }) => review.withoutTask.includes(hash));
  const counts = reviewCounts(review, changes.length).map(say).join(' · ');
  return [
    bold([...(plan === '' ? [] : [plain(plan)]), range].join(': ')),
    ...['', counts],
    ...part(
      { code: 'panel.tasks', args: [] },
      review.tasks.map(key => taskLines(key, review, facts)),
    ),
    ...part(
      { code: 'ui.commits-without-task', args: [] },
      free.map(commit => [commitLine(commit)]),
    ),
    ...part(
      { code: 'panel.changes', args: [] },
      changes.map(item => [changeLine(item)]),
    ),
    ...part(
      { code: 'panel.criteria', args: [] },
      review.openCriteria.map(({ task, item }) => [
        lineOf(`[ ] ${bold(idOf(facts, task))} ${plain(item.text)}`),
      ]),
    ),
    ...(effect ? effectLines(effect) : []),
  ].join('\n');
}

/** A heading with its entries, each with the lines that belong to it; nothing where there are none. */
function part(title: Text, entries: readonly (readonly string[])[]): string[] {
  const more = entries.length - MOST_LINES;
  return entries.length === 0
    ? []
    : [
        ...['', bold(say(title)), ''],
        ...entries.slice(0, MOST_LINES).flat(),
        ...(more > 0 ? [lineOf(say({ code: 'ui.and-more', args: [more] }))] : []),
      ];
}

function taskLines(key: string, { commits }: Review, facts: PlanFacts): string[] {
  const task = indexOf(facts).byKey.get(key);
  const own = commits.filter(({ links }) => links.some(link => link.task === key && isWork(link)));
  const more = own.length - MOST_COMMITS;
  const observed = facts.evidence?.observed.get(key)?.state ?? 'none';
  const status: Text[] = [
    ...(task ? [plain(task.status)] : []),
    { code: `panel.observed-${observed}`, args: [] },
    ...criteriaText(task),
  ];
  return [
    lineOf(`${bold(idOf(facts, key))} ${plain(task?.title ?? '')} (${status.map(say).join(', ')})`),
    ...own.slice(0, MOST_COMMITS).map(commit => `  ${commitLine(commit)}`),
    ...(more > 0 ? [`  ${lineOf(say({ code: 'ui.and-more', args: [more] }))}`] : []),
  ];
}

function criteriaText(task: Task | undefined): Text[] {
  const criteria = task?.checklist.filter(({ list }) => list === 'criteria') ?? [];
  const checked = criteria.filter(item => item.checked).length;
  return criteria.length === 0 ? [] : [{ code: 'panel.criteria-of', args: [checked, criteria.length] }];
}

function idOf(facts: PlanFacts, key: string): string {
  return plain(indexOf(facts).byKey.get(key)?.id ?? key);
}

function commitLine({ hash, subject }: ReviewCommit): string {
  return lineOf(`${hash.slice(0, HASH)} ${plain(subject)}`);
}

function changeLine({ first, all }: ItemChanges): string {
  const name = `${first.id === '' ? '' : `${bold(plain(first.id))} `}${plain(first.title)}`;
  const fields = all.flatMap(({ field, from = '', to = '' }) =>
    field === undefined ? [] : [`${field} ${valueOf(from)} → ${valueOf(to)}`],
  );
  const what =
    first.change === 'changed' ? fields.join(', ') : say({ code: `panel.news-${first.change}`, args: [] });
  return lineOf(`${name}: ${what}`);
}

function valueOf(text: string): string {
  return text === '' ? '–' : plain(formatDay(text));
}

function effectLines(effect: Effect): string[] {
  const title: Text = { code: 'panel.effect', args: [] };
  const rows = effectRows(effect);
  const lines = rows.map(({ name, what, from, to, why }) => {
    const cause = why === undefined ? '' : ` (${plain(say(why))})`;
    return [lineOf(`${plain(say(name))}: ${say(what)} ${valueOf(from)} → ${valueOf(to)}${cause}`)];
  });
  return part(title, lines.length > 0 ? lines : [[lineOf(say({ code: 'panel.no-effect', args: [] }))]]);
}
