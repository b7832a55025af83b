import type { Link } from '../core/evidence/link';
import type { History } from '../core/evidence/history';
import type { PlanFacts } from '../core/snapshot';

/**
 * What names the task of a link in a list: its id. Tasks without one have a link in common, and are named by the files
 * that the commit changed, or by all of theirs.
 */
export function linkTask({ plan, prefix }: PlanFacts, { commits }: History): (link: Link) => string {
  const ids = new Map(plan.tasks.map(({ key, id }) => [key, id]));
  return ({ task, commit }) => {
    const id = ids.get(task) ?? task;
    if (id !== '') {
      return id;
    }
    const files = [...new Set(plan.tasks.filter(({ key }) => key === task).map(({ file }) => file))];
    const changed = new Set(commits.get(commit)?.files.map(({ path }) => path));
    const touched = files.filter(file => changed.has(`${prefix}${file}`));
    return (touched.length > 0 ? touched : files).join(', ');
  };
}
