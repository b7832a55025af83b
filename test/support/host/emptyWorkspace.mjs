import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A workspace of several roots whose only one is empty: folders can come and go in its window without a new
 * extension host. The caller removes it.
 */
export function emptyWorkspace() {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-workspace-')));
  mkdirSync(join(base, 'empty'));
  const file = join(base, 'test.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'empty' }] }));
  return { file, remove: () => rmSync(base, { recursive: true, force: true }) };
}
