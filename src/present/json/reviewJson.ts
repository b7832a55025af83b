import type { Review } from '../../core/insight/review';
import type { Plan } from '../../core/plan/model';

/** What `milepost review --json` prints. */
export function reviewJson(plan: Plan, review: Review): object {
  const ids = new Map(plan.tasks.map(task => [task.key, task.id]));
  const idOf = (key: string): string => ids.get(key) ?? key;
  return {
    plan: plan.folder,
    base: review.base.hash,
    head: review.head.hash,
    commits: review.commits.map(commit => ({
      hash: commit.hash,
      subject: commit.subject,
      tasks: commit.links.map(link => ({ id: idOf(link.task), evidence: link.evidence })),
    })),
    withoutTask: review.withoutTask,
    tasks: review.tasks.map(idOf),
    changes: review.changes.map(change => ({
      kind: change.change,
      item: change.kind,
      id: change.id,
      field: change.field ?? null,
      from: change.from ?? null,
      to: change.to ?? null,
    })),
    openCriteria: review.openCriteria.map(({ task, item }) => ({ id: idOf(task), text: item.text })),
    sameFiles: review.sameFiles.map(({ task, files }) => ({ id: idOf(task), files })),
    effect: null,
  };
}
