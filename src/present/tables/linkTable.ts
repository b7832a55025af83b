import { subjectOf } from '../../core/evidence/graph/history';
import { linksInOrder } from '../../core/evidence/link';
import type { Snapshot } from '../../core/snapshot';
import type { CliMessages } from '../../words/commandLine';
import { say } from '../../words/say';
import { idOrPlace } from '../idOrPlace';
import { linkTask } from '../linkTask';
import { linkRepairs } from '../../core/linkRepairs';
import { columns } from './columns';

/**
 * What `milepost links` prints: task, commit, evidence, strength, subject, or why there are none; then links that have
 * lost theirs.
 */
export function linkTable(snapshot: Snapshot): string[] {
  const links = columns(
    snapshot.plans.flatMap(facts => {
      const { repo, evidence } = facts;
      const history = snapshot.repos.find(({ top }) => top === repo)?.history;
      if (!evidence || !history) {
        return [];
      }
      const taskOf = linkTask(facts.plan);
      return linksInOrder(evidence, history).map(link => {
        const commit = history.commits.get(link.commit);
        return [
          taskOf(link),
          link.commit.slice(0, 12),
          link.evidence,
          link.strength,
          commit ? subjectOf(commit) : '',
        ];
      });
    }),
  );
  const lost = columns(
    linkRepairs(snapshot).flatMap(({ task, moved, missing }) =>
      [...moved, ...missing].map(({ link, foundAs, offBranch }) => [
        idOrPlace(task),
        `${link.not ? '!' : ''}${link.hash.slice(0, 12)}`,
        foundAs === undefined
          ? say({ code: offBranch ? 'ui.on-no-branch' : 'ui.not-in-repository', args: [] })
          : say({ code: 'cli.is-now', args: [foundAs.slice(0, 12)] }),
        link.subject ?? '',
      ]),
    ),
  );
  const found = links.length > 0 ? links : [say({ code: 'cli.no-links', args: [whyNone(snapshot)] })];
  return lost.length > 0 ? [...found, '', say({ code: 'cli.lost-links', args: [] }), ...lost] : found;
}

function whyNone({ plans, repos }: Snapshot): CliMessages['cli.no-links'][0] {
  const tasks = plans.flatMap(({ plan }) => plan.tasks);
  if (repos.every(({ history }) => !history || history.commits.size === 0)) {
    return 'no-commits';
  }
  return tasks.length === 0 ? 'no-tasks' : tasks.every(({ id }) => id === '') ? 'no-ids' : 'none-named';
}
