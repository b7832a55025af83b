import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const PLAN = {
  'plan/project.md': '---\nkey: APP\nname: Harbor\n---\n',
  'plan/tasks/one.md': '---\nid: APP-1\ntitle: One\n---\n',
};

describe('milepost and the settings of its folder', () => {
  let repo: GitRepo;
  beforeEach(() => {
    repo = GitRepo.create();
    Object.entries(PLAN).forEach(([path, text]) => repo.write(path, text));
  });
  afterEach(() => repo.dispose());

  const milepost = (...args: string[]) => runCli(repo.dir, ...args);

  it('goes on without those that cannot be read, and says so', async function () {
    if (process.platform === 'win32') {
      console.log('      skipped: folders hold no pipes on Windows');
      return this.skip();
    }
    mkdirSync(join(repo.dir, '.vscode'));
    execFileSync('mkfifo', [join(repo.dir, '.vscode/settings.json')]);
    const said =
      '.vscode/settings.json could not be read, so a plan may be missing here: it is not a regular file';
    const status = await milepost('status');
    assert.deepEqual([status.code, status.err], [0, `milepost: ${said}\n`]);
    const check = await milepost('check');
    assert.deepEqual(
      [check.code, check.out],
      [1, `.vscode/settings.json:1:1 error plan-unreadable ${said}\n`],
    );
  });

  it('ends at those that are no JSON, and quotes nothing of them', async () => {
    repo.write('.vscode/settings.json', '{"token": hunter2}');
    const { code, out, err } = await milepost('status');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^milepost: [^\n]*settings\.json is not valid JSON[^\n]*\n$/);
    assert.doesNotMatch(err, /hunter|token/);
  });

  it('counts a thousand wrong names in one line, and refuses one that is endless', async () => {
    const wrong = Array.from({ length: 1000 }, (_, number) => ({ folder: `no/${number}` }));
    repo.write('.vscode/settings.json', JSON.stringify({ 'milepost.plans': wrong }));
    assert.equal(
      (await milepost('check')).out,
      '.vscode/settings.json:1:1 error plan-entries-wrong 1000 entries of milepost.plans name no plan here. Correct or remove them; the first is no/0\n',
    );
    repo.write(
      '.vscode/settings.json',
      JSON.stringify({ 'milepost.plans': [{ folder: 'a/'.repeat(100_000) }] }),
    );
    const { out } = await milepost('check');
    assert.match(out, /has a name of 199999 bytes, and the limit is 4096\. Shorten it: a\/a\//);
    assert.ok(out.length < 500);
  });

  it('says why there are no links', async () => {
    assert.equal((await milepost('links')).out, 'No links: there are no commits yet.\n');
  });
});
