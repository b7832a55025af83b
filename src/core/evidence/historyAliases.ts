import { idKey } from '../plan/ids';
import type { Plan } from '../plan/model';
import type { History } from './history';

const TASK_FILE =
  /^(?:tasks|completed|archive\/tasks)\/([A-Za-z][A-Za-z0-9_]*)-(\d+(?:\.\d+)*)(?![\dA-Za-z])[^/]*\.md$/;

/**
 * Former id prefixes of a Backlog.md plan, upper case: its tool renames the task files when the prefix
 * changes, so the paths in the history still show the old ones (`tasks/task-24 - …` for BACK-24). Only
 * prefixes seen with the number of an existing task count. Empty for other formats.
 * @param prefix what makes a path of the plan relative to the top of the repository
 */
export function historyAliases(plan: Plan, prefix: string, history: History): Set<string> {
  const aliases = new Set<string>();
  const today = plan.settings.prefix;
  if (plan.format !== 'backlog' || today === '') {
    return aliases;
  }
  const keys = new Set(plan.tasks.map(task => task.key));
  const folder = `${prefix}${plan.folder}/`;
  for (const commit of history.commits.values()) {
    for (const { path } of commit.files) {
      const match = path.startsWith(folder) ? TASK_FILE.exec(path.slice(folder.length)) : null;
      const found = match?.[1]?.toUpperCase();
      if (found !== undefined && found !== today && keys.has(idKey(`${today}-${match?.[2] ?? ''}`))) {
        aliases.add(found);
      }
    }
  }
  return aliases;
}
