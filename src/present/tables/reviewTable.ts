import type { Review } from '../../core/insight/review/review';
import type { Plan } from '../../core/plan/model';
import { say } from '../../words/say';
import type { ReviewOfPlan } from '../json/reviewJson';
import { columns } from './columns';
import { effectTable } from './effectTable';

/** What `milepost review` prints; each plan stands below its name, where there are several. */
export function reviewTables(reviews: readonly ReviewOfPlan[]): string[] {
  return reviews.flatMap(({ plan, review, effect }) => [
    ...(reviews.length > 1 ? ['', plan.name] : []),
    ...reviewTable(plan, review),
    ...effectTable(effect),
  ]);
}

function reviewTable(plan: Plan, review: Review): string[] {
  const ids = new Map(plan.tasks.map(task => [task.key, task.id]));
  const idOf = (key: string): string => ids.get(key) ?? key;
  const without = new Set(review.withoutTask);
  const commits = review.commits.map(commit => [
    commit.hash.slice(0, 12),
    commit.links.map(link => `${idOf(link.task)} (${link.evidence})`).join(', ') ||
      (without.has(commit.hash) ? say({ code: 'cli.no-task', args: [] }) : ''),
    commit.subject,
  ]);
  const changes = review.changes.map(change => [
    change.id,
    change.field ?? change.change,
    change.field === undefined ? change.title : `${change.from || '–'} → ${change.to || '–'}`,
  ]);
  return [
    `${review.base.name} ${review.base.hash.slice(0, 12)} .. ${review.head.name} ${review.head.hash.slice(0, 12)}`,
    ...titled(
      say({ code: 'panel.taken-ids', args: [] }),
      review.takenIds.map(
        ({ id, here, there, branch }) =>
          `${here.file}:${here.line + 1} ${say({ code: 'panel.id-taken', args: [id, here.title, branch, there.title] })}`,
      ),
    ),
    ...titled(say({ code: 'cli.commits', args: [commits.length] }), columns(commits)),
    ...titled(say({ code: 'cli.plan-changes', args: [] }), columns(changes)),
    ...titled(
      say({ code: 'cli.open-criteria', args: [] }),
      columns(review.openCriteria.map(({ task, item }) => [idOf(task), item.text])),
    ),
    ...titled(
      say({ code: 'cli.same-files', args: [] }),
      columns(review.sameFiles.map(({ task, files }) => [idOf(task), files.join(', ')])),
    ),
  ];
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map(line => `  ${line}`)] : [];
}
