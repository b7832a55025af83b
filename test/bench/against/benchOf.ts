import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure';
import type { Measured } from './comparison';
import type { Surroundings } from './program';
import { runProgram } from './program';

/**
 * Runs the bench of a checkout once.
 * @param whose for what is said when it fails
 * @param args `--quick` and the like
 * @param scratch folder for its figures
 */
export async function benchOf(
  whose: string,
  args: readonly string[],
  where: Surroundings,
  scratch: string,
): Promise<readonly Measured[]> {
  const file = join(scratch, 'figures.json');
  rmSync(file, { force: true });
  const failed = `The bench of ${whose} fails`;
  await runProgram(['npm', 'run', 'bench', '--', ...args, '--json', file], where, failed);
  if (!existsSync(file)) throw new Failure(`The bench of ${whose} wrote no figures.`);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly Measured[];
  // What is not a number in JavaScript is null in JSON.
  return rows.filter(({ value }) => typeof value === 'number');
}
