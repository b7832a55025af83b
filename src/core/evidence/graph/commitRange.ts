import { finish } from '../../base/steps';
import { graphSteps, markAncestors } from './graph';
import type { Commit, History } from './history';

/**
 * Commits reachable from `to` and not from `from`, newest first as in the log. A commit that the history does not
 * hold ends the walk there (shallow clone).
 */
export function commitsBetween(history: History, from: string, to: string): readonly Commit[] {
  const graph = finish(graphSteps(history));
  const [known, reached] = [from, to].map(hash => {
    const marks = new Uint8Array(graph.commits.length);
    markAncestors(graph, [graph.numbers.numberOf(hash)], marks);
    return marks;
  }) as [Uint8Array, Uint8Array];
  const found: Commit[] = [];
  for (let n = graph.commits.length - 1; n >= 0; n--) {
    if (reached[n] === 1 && known[n] === 0) {
      found.push(graph.commits[n] as Commit);
    }
  }
  return found;
}
