import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { GitRepo } from '../../support/gitRepo';
import { showFolders } from '../../support/windowFolders';

describe('a checklist that looks like a plan', () => {
  const repo = GitRepo.create();

  after(async () => {
    await showFolders();
    repo.dispose();
  });

  it('is offered, and read once somebody says so', async () => {
    repo.commit({
      message: 'Begin',
      files: { 'ROADMAP.md': '# Roadmap\n\n## Spring\n\n- [ ] Sow\n- [x] Dig\n' },
    });
    const folder = vscode.Uri.file(repo.dir);
    await showFolders(folder);
    const milepost = await ExtensionUnderTest.open(folder);
    const { store } = await milepost.api.load();
    await milepost.until('the offer', () => store.snapshot.offers.length === 1);
    assert.deepEqual(store.snapshot.plans, []);

    await vscode.commands.executeCommand('milepost.readPlanFile');
    await milepost.untilLine('milestones', 'Sow');
    assert.deepEqual(store.snapshot.offers, []);
    assert.deepEqual(JSON.parse(readFileSync(join(repo.dir, '.vscode/settings.json'), 'utf8')), {
      'milepost.plans': [{ folder: 'ROADMAP.md', format: 'checklist' }],
    });
    repo.write('ROADMAP.md', '# Roadmap\n\n## Spring\n\n- [ ] Sow peas\n- [x] Dig\n');
    await milepost.untilLine('milestones', 'Sow peas');
  });
});
