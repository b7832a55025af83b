import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { openingSample } from '../../support/openingSample';

describe('Open Sample', () => {
  const parent = mkdtempSync(join(tmpdir(), 'milepost-open-sample-'));
  after(() => rmSync(parent, { recursive: true, force: true }));

  it('writes a repository and opens it beside this window', async () => {
    const { opened, warnings } = await openingSample(vscode.Uri.file(parent));
    const folder = join(parent, 'milepost-sample');
    assert.deepEqual(opened, [[folder, { forceNewWindow: true }]]);
    assert.deepEqual(warnings, []);
    const commits = execFileSync('git', ['rev-list', '--count', '--all'], { cwd: folder, encoding: 'utf8' });
    assert.ok(Number(commits) > 100, commits);
  });

  it('says why it cannot be written, with a way out, and opens nothing', async () => {
    const { opened, warnings } = await openingSample(vscode.Uri.file(join(parent, 'gone')));
    assert.deepEqual(opened, []);
    assert.match(warnings.join(), /could not be written.*Choose Another Folder/);
  });
});
