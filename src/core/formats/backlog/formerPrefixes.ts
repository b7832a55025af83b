import { idKey, isId, prefixOf } from '../../plan/ids';

/**
 * Former prefixes of a plan's tasks. Backlog.md lets a project change its prefix, and dependencies, parents
 * and file names keep the old one: `task-24` for today's `BACK-24`.
 * @param ids the tasks' own ids
 * @param mentions ids that files and fields mention
 * @returns upper-case prefixes other than `prefix`, each seen with the number of an existing task; not
 *   those under which other tasks live
 */
export function formerPrefixes(
  prefix: string,
  ids: readonly string[],
  mentions: readonly string[],
): string[] {
  const keys = new Set(ids.map(idKey));
  const aliases = new Set<string>();
  const foreign = new Set<string>();
  for (const mention of [...ids, ...mentions]) {
    const own = prefixOf(mention);
    if (isId(mention) && own !== prefix) {
      const todays = idKey(prefix + mention.slice(own.length));
      const livesApart = keys.has(idKey(mention)) && keys.has(todays);
      (livesApart ? foreign : aliases).add(keys.has(todays) ? own : '');
    }
  }
  return [...aliases].filter(alias => alias !== '' && !foreign.has(alias)).sort();
}
