import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

describe('milepost move', () => {
  let repo: GitRepo;
  const beta = 'plan/milestones/beta.md';
  const gamma = 'plan/milestones/gamma.md';
  const text = (title: string, ...lines: readonly string[]): string =>
    `---\ntitle: ${title}\n---\n\n## Tasks\n\n${lines.map(line => `${line}\n`).join('')}`;
  const read = (file: string): string => readFileSync(join(repo.dir, file), 'utf8');

  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: {
        'plan/project.md': '---\nkey: APP\n---\n',
        [beta]: text('Beta', '- [ ] APP-1 First', '- [ ] APP-2 Second'),
        [gamma]: text('Gamma', '- [ ] APP-3 Third'),
      },
    });
  });
  afterEach(() => repo.dispose());

  it('moves lines between files, and shows them first', async () => {
    const dry = await runCli(repo.dir, 'move', 'app-1', 'APP-2', '--after', 'APP-3', '--dry-run');
    assert.equal(dry.code, 0, dry.err);
    assert.match(dry.out, /APP-1 First/);
    assert.match(read(beta), /APP-1/);
    const { code, err } = await runCli(repo.dir, 'move', 'app-1', 'APP-2', '--after', 'APP-3');
    assert.equal(code, 0, err);
    assert.equal(read(beta), text('Beta'));
    assert.equal(read(gamma), text('Gamma', '- [ ] APP-3 Third', '- [ ] APP-1 First', '- [ ] APP-2 Second'));
  });

  it('moves to a milestone and below a task', async () => {
    assert.equal((await runCli(repo.dir, 'move', 'APP-3', '--to', 'beta')).code, 0);
    assert.equal((await runCli(repo.dir, 'move', 'APP-3', '--under', 'APP-1')).code, 0);
    assert.equal(read(beta), text('Beta', '- [ ] APP-1 First', '  - [ ] APP-3 Third', '- [ ] APP-2 Second'));
  });

  it('says what is missing or cannot be', async () => {
    for (const [args, why] of [
      [['APP-1'], /--to MILESTONE/],
      [['APP-1', '--to', 'gamma', '--after', 'APP-2'], /--to MILESTONE/],
      [['APP-1', '--to', 'none'], /Promote it to a file first/],
      [['APP-1', '--to', 'APP-2'], /APP-2 is not a milestone/],
      [['beta', '--to', 'gamma'], /beta is not a task/],
      [['APP-1', '--under', 'APP-1'], /into itself/],
    ] as const) {
      const { code, err } = await runCli(repo.dir, 'move', ...args);
      assert.equal(code, 2);
      assert.match(err, why);
    }
  });
});
