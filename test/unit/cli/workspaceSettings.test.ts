import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspacePlans } from '../../../src/cli/workspaceSettings';

describe('plans in the settings of a folder', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'milepost-settings-'));
    mkdirSync(join(root, '.vscode'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (text: string) => writeFileSync(join(root, '.vscode/settings.json'), text);

  it('are the named ones; entries that are none are left out', async () => {
    write(
      '{ // ours\n "milepost.plans": [{"folder": " docs/work "}, 7, {"format": "gsd"}, {"folder": "TODO.md", "format": "checklist"},] }',
    );
    assert.deepEqual(await workspacePlans(root), [
      { folder: 'docs/work' },
      { folder: 'TODO.md', format: 'checklist' },
    ]);
  });

  it('are none without settings', async () => {
    assert.deepEqual(await workspacePlans(root), []);
    write('{"milepost.plans": {"folder": "x"}}');
    assert.deepEqual(await workspacePlans(root), []);
    write('null');
    assert.deepEqual(await workspacePlans(root), []);
  });

  it('cannot be read from broken settings', async () => {
    write('{"milepost.plans": [');
    await assert.rejects(workspacePlans(root));
  });
});
