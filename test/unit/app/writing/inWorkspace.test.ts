import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInWorkspace } from '../../../../src/app/writing/inWorkspace';

describe('isInWorkspace', () => {
  let base: string;
  let root: string;
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'milepost-in-'));
    root = join(base, 'root');
    mkdirSync(join(root, 'plan'), { recursive: true });
    mkdirSync(join(base, 'root-of-others'));
    writeFileSync(join(root, 'plan/a.md'), '');
    writeFileSync(join(base, 'root-of-others/a.md'), '');
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it('holds for files that are there, and for those that are to be made, with their folders', async () => {
    symlinkSync(root, join(base, 'link'));
    for (const file of ['plan/a.md', 'plan/b.md', 'new/folder/b.md', 'b.md']) {
      assert.ok(await isInWorkspace(root, file), file);
      assert.ok(await isInWorkspace(join(base, 'link'), file), file);
    }
  });

  it('does not hold behind a link out of it, whatever is there', async () => {
    symlinkSync(join(base, 'root-of-others'), join(root, 'out'));
    symlinkSync(join(base, 'root-of-others/none.md'), join(root, 'plan/none.md'));
    symlinkSync('self.md', join(root, 'plan/self.md'));
    const files = [
      'out/a.md',
      'out/b.md',
      'out/new/b.md',
      'plan/none.md',
      'plan/self.md',
      '../root-of-others/a.md',
    ];
    for (const file of files) {
      assert.ok(!(await isInWorkspace(root, file)), file);
    }
  });

  it('does not hold without the workspace', async () => {
    rmSync(root, { recursive: true });
    assert.ok(!(await isInWorkspace(root, 'plan/a.md')));
  });
});
