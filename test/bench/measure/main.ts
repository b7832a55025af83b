import { algorithms } from './algorithms';
import { branches } from './branches';
import { cold } from './cold';
import { insight } from './insight';
import { load } from './load';
import { panel } from './panel';
import { raw } from './raw';
import { steps } from './steps';

/** What can be measured, each in a process of its own. */
const measures = { algorithms, branches, cold, insight, load, panel, raw, steps };

/** `node measure.cjs WHAT FOLDER [MORE]`: measures once, and prints the result as one line of JSON. */
async function main(): Promise<void> {
  const [what, dir = '', more] = process.argv.slice(2);
  const measure = measures[what as keyof typeof measures];
  process.stdout.write(`${JSON.stringify(await measure(dir, more))}\n`, () => process.exit());
}

void main();

export type Measures = typeof measures;
