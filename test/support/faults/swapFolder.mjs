/**
 * Forked with a folder and another one: has the first one's name lead to the folder and, as a link, to the other one,
 * in turn, until it is killed. Says so once it has begun.
 */
import { renameSync, symlinkSync, unlinkSync } from 'node:fs';

const [, , folder, other] = process.argv;

/** Shorter than a timer can be. */
function pause(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function swap(round) {
  renameSync(folder, `${folder}.aside`);
  symlinkSync(other, folder);
  pause(0.1 + (round % 13) / 4);
  unlinkSync(folder);
  renameSync(`${folder}.aside`, folder);
  pause(0.1 + (round % 17) / 4);
  setImmediate(swap, round + 1);
}

swap(0);
process.send('begun');
