import { linksInOrder } from '../../core/evidence/link';
import { lostLinksOf } from '../../core/evidence/hand/lostLinks';
import type { Snapshot } from '../../core/snapshot';
import { idOrPlace } from '../idOrPlace';
import { linkTask } from '../linkTask';

/** What `milepost links --json` prints: every link with its evidence, and the work commits without one. */
export function linksJson(snapshot: Snapshot): object {
  return {
    commits: snapshot.repos.reduce((sum, repo) => sum + (repo.history?.commits.size ?? 0), 0),
    links: snapshot.plans.flatMap(facts => {
      const { plan, repo, evidence } = facts;
      const history = snapshot.repos.find(({ top }) => top === repo)?.history;
      if (!evidence || !history) {
        return [];
      }
      const taskOf = linkTask(facts.plan);
      return linksInOrder(evidence, history).map(link => ({
        plan: plan.folder,
        repo,
        task: taskOf(link),
        commit: link.commit,
        evidence: link.evidence,
        strength: link.strength,
        others: link.others,
      }));
    }),
    lost: snapshot.plans.flatMap(({ plan, repo, evidence }) =>
      plan.tasks.flatMap(task =>
        lostLinksOf(task, evidence).map(({ link, foundAs, offBranch }) => ({
          plan: plan.folder,
          repo,
          task: idOrPlace(task),
          commit: link.hash,
          unlink: link.not,
          date: link.date ?? null,
          subject: link.subject ?? null,
          foundAs: foundAs ?? null,
          offBranch: offBranch ?? false,
        })),
      ),
    ),
    unlinked: snapshot.repos.flatMap(repo => repo.withoutTask),
  };
}
