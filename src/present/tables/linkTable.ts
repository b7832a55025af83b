import { subjectOf } from '../../core/evidence/history';
import { linksInOrder } from '../../core/evidence/link';
import type { Snapshot } from '../../core/snapshot';
import { columns } from './columns';

/** What `milepost links` prints: task, commit, evidence, strength, subject. */
export function linkTable(snapshot: Snapshot): string[] {
  return columns(
    snapshot.plans.flatMap(({ plan, repo, evidence }) => {
      const ids = new Map(plan.tasks.map(task => [task.key, task.id]));
      const history = snapshot.repos.find(({ top }) => top === repo)?.history;
      return (evidence && history ? linksInOrder(evidence, history) : []).map(link => {
        const commit = history?.commits.get(link.commit);
        return [
          ids.get(link.task) ?? link.task,
          link.commit.slice(0, 12),
          link.evidence,
          link.strength,
          commit ? subjectOf(commit) : '',
        ];
      });
    }),
  );
}
