/**
 * Forked by the test of many writers: asked by `{ root, plan, file, line, text }`, it sets one line of a file that
 * others write at the same time, as often as it takes, and answers with how often it was refused.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOne } from '../writeOne';

export interface WriterTask {
  readonly root: string;
  readonly plan: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

process.on('message', (task: WriterTask) => void write(task));

async function write({ root, plan, file, line, text: wanted }: WriterTask): Promise<void> {
  for (let refused = 0; ; refused++) {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = text.split('\n');
    const start = lines.slice(0, line).join('\n').length + 1;
    const edits = [{ start, end: start + (lines[line] ?? '').length, text: wanted }];
    const outcome = await writeOne({ root, plan, file, text, edits });
    if (outcome.ok || outcome.refusal.code !== 'changed-meanwhile') {
      process.send?.(outcome.ok ? refused : outcome.refusal);
      return;
    }
  }
}
