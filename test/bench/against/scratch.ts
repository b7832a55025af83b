import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** As shells say it. */
const INTERRUPTED = 130;

/**
 * Works in a temporary folder that is gone afterwards, also when this process is told to end: then the signal that the
 * work gets is aborted, and the work has to end by throwing its reason.
 */
export async function inScratch<T>(work: (dir: string, signal: AbortSignal) => Promise<T>): Promise<T> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-against-')));
  const ending = new AbortController();
  const end = (): void => ending.abort(new Failure('Interrupted.', INTERRUPTED));
  for (const name of SIGNALS) process.on(name, end);
  try {
    return await work(dir, ending.signal);
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    for (const name of SIGNALS) process.off(name, end);
  }
}
