import { subjectOf } from '../../core/evidence/history';
import type { Snapshot } from '../../core/snapshot';
import { columns } from './columns';

/** What `milepost links` prints: task, commit, evidence, strength, subject. */
export function linkTable(snapshot: Snapshot): string[] {
  return columns(
    snapshot.plans.flatMap(({ plan, repo, evidence }) => {
      const ids = new Map(plan.tasks.map(task => [task.key, task.id]));
      const commits = snapshot.repos.find(({ top }) => top === repo)?.history?.commits;
      return (evidence?.links ?? []).map(link => {
        const commit = commits?.get(link.commit);
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
