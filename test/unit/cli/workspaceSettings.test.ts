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

  it('are the named ones, apart from entries that name none', async () => {
    write(
      '{ // ours\n "milepost.plans": [{"folder": " docs/work "}, 7, {"format": "gsd"}, "docs/plan", {"folder": "TODO.md", "format": "checklist"},] }',
    );
    assert.deepEqual(await workspacePlans(root), {
      plans: [{ folder: 'docs/work' }, { folder: 'TODO.md', format: 'checklist' }],
      misnamed: ['7', '{"format":"gsd"}', '"docs/plan"'],
    });
  });

  it('are none without settings', async () => {
    assert.deepEqual(await workspacePlans(root), { plans: [] });
    write('null');
    assert.deepEqual(await workspacePlans(root), { plans: [], misnamed: [] });
    write('{"milepost.plans": {"folder": "x"}}');
    assert.deepEqual(await workspacePlans(root), { plans: [], misnamed: ['{"folder":"x"}'] });
  });

  it('cannot be read from broken settings', async () => {
    write('{"milepost.plans": [');
    await assert.rejects(workspacePlans(root));
  });
});
