import { progress, writeJson } from '../output';
import type { BenchOptions } from '../options';
import { compareRuns } from './comparison';
import { comparisonText } from './comparisonText';
import { measureBoth } from './measureBoth';
import { buildRevision } from './revision';
import { inScratch } from './scratch';

/**
 * Measures a revision and this checkout in turn and prints one table of both.
 * @param root of this checkout
 * @returns whether something is worse here
 * @throws Failure when the revision cannot be measured
 */
export function against(ref: string, root: string, options: BenchOptions): Promise<boolean> {
  return inScratch(async (scratch, signal) => {
    progress(`${ref}: building it`);
    const revision = await buildRevision(ref, root, scratch, signal);
    const { theirs, ours } = await measureBoth(revision, root, options, { scratch, signal, progress });
    const rows = compareRuns(theirs, ours);
    console.log(`\n${comparisonText(ref, rows)}`);
    if (options.json !== undefined) {
      writeJson(options.json, { ref, commit: revision.commit, runs: options.runs, rows });
    }
    return rows.some(({ verdict }) => verdict === 'worse');
  });
}
