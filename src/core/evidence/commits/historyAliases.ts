import { idKey } from '../../plan/ids';
import type { Plan } from '../../plan/model';
import type { Steps } from '../../base/steps';
import { finish } from '../../base/steps';
import type { Graph } from '../graph/graph';
import { sharedCommits } from '../graph/graph';
import type { Commit, History } from '../graph/history';
import type { PlanRules } from './planRules';
import { sameIds } from './planRules';

const TASK_FILE =
  /^(?:tasks|completed|archive\/tasks)\/([A-Za-z][A-Za-z0-9_]*)-(\d+(?:\.\d+)*)(?![\dA-Za-z])[^/]*\.md$/;

/** How many commits are looked at in one step. */
const STEP = 1_000;

const NO_ALIASES: ReadonlySet<string> = new Set();

/**
 * Former id prefixes of a Backlog.md plan, upper case: its tool renames the task files when the prefix
 * changes, so the paths in the history still show the old ones (`tasks/task-24 - …` for BACK-24). Only
 * prefixes seen with the number of an existing task count. Empty for other formats.
 * @param prefix what makes a path of the plan relative to the top of the repository
 */
export function historyAliases(plan: Plan, prefix: string, history: History): ReadonlySet<string> {
  return finish(aliasesIn(plan, prefix, [...history.commits.values()]));
}

/**
 * `historyAliases` in small steps.
 * @param before what was found before an edit or before new commits
 */
export function* aliasSteps(
  plan: Plan,
  prefix: string,
  graph: Graph,
  before?: PlanRules & { readonly graph: Graph },
): Steps<ReadonlySet<string>> {
  if (plan.format !== 'backlog') {
    return NO_ALIASES;
  }
  const known =
    before &&
    before.prefix === prefix &&
    before.plan.format === plan.format &&
    before.plan.folder === plan.folder &&
    sameIds(before.plan, plan)
      ? before.graph
      : undefined;
  // Where commits have gone, their aliases must go, too, so all commits are read again.
  if (!before || !known || sharedCommits(known, graph) < known.commits.length) {
    return yield* aliasesIn(plan, prefix, graph.commits);
  }
  const more = yield* aliasesIn(plan, prefix, graph.commits.slice(known.commits.length));
  return [...more].every(alias => before.aliases.has(alias))
    ? before.aliases
    : new Set([...before.aliases, ...more]);
}

function* aliasesIn(plan: Plan, prefix: string, commits: readonly Commit[]): Steps<ReadonlySet<string>> {
  const today = plan.settings.prefix;
  if (plan.format !== 'backlog' || today === '' || commits.length === 0) {
    return NO_ALIASES;
  }
  const aliases = new Set<string>();
  const keys = new Set(plan.tasks.map(task => task.key));
  const folder = `${prefix}${plan.folder}/`;
  for (const [place, { files }] of commits.entries()) {
    for (const { path } of files) {
      const match = path.startsWith(folder) ? TASK_FILE.exec(path.slice(folder.length)) : null;
      const found = match?.[1]?.toUpperCase();
      if (found !== undefined && found !== today && keys.has(idKey(`${today}-${match?.[2] ?? ''}`))) {
        aliases.add(found);
      }
    }
    if (place % STEP === 0) {
      yield;
    }
  }
  return aliases;
}
