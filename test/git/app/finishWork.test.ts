import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePage } from '../../../src/verbs/comparePage';
import { finishable, finishWork } from '../../../src/verbs/finishWork';
import { writingTo } from '../../../src/cli/writer';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const TASK = 'plan/tasks/one.md';
const BODY = '\n## Acceptance criteria\n\n- [x] Limits per address\n- [ ] Limits per account\n';
const PLAN = {
  'plan/project.md': '---\nkey: APP\nforges: {git.corp.example: gitlab}\n---\n',
  [TASK]: `---\nid: APP-1\ntitle: Rate-limit sign-in\nstatus: In progress\n---\n${BODY}`,
  'plan/tasks/two.md': '---\nid: APP-2\ntitle: Two\n---\n',
};
const BACKLOG = {
  'backlog/config.yml':
    'project_name: "Harbor"\ndefault_status: "To Do"\nstatuses: ["To Do", "In Progress", "Done"]\n',
  'backlog/tasks/task-1 - One.md':
    '---\nid: TASK-1\ntitle: One\nstatus: In Progress\nassignee: []\nlabels: []\ndependencies: []\n---\n\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [ ] #1 It works\n<!-- AC:END -->\n',
};

describe('finishing work', () => {
  let repo: GitRepo;

  beforeEach(() => (repo = GitRepo.create()));
  afterEach(() => repo.dispose());

  const open = async (files: Readonly<Record<string, string>>): Promise<StoreOnRepo> => {
    repo.commit({ message: 'Plan', files });
    return StoreOnRepo.open(repo);
  };
  const read = (file: string): string => readFileSync(join(repo.dir, file), 'utf8');

  it('finds the task of the branch and its open criteria, and sets it done by its status alone', async () => {
    const opened = await open(PLAN);
    repo.branch('app-1-rate-limit');
    await opened.follow();
    const found = finishable({ store: opened.store });
    assert.ok(found.ok, JSON.stringify(found));
    assert.deepEqual(
      [found.value.task.id, found.value.branch, found.value.open.map(({ text }) => text)],
      ['APP-1', 'app-1-rate-limit', ['Limits per account']],
    );
    const done = await finishWork(writingTo(opened.store, false), { tick: false });
    assert.ok(done.ok, JSON.stringify(done));
    assert.equal(read(TASK), PLAN[TASK].replace('In progress', 'Done'));
  });

  it('ticks open criteria by the same edit', async () => {
    const opened = await open(PLAN);
    const done = await finishWork(writingTo(opened.store, false), { item: 'APP-1', tick: true });
    assert.ok(done.ok && done.value.changed.length === 1, JSON.stringify(done));
    assert.equal(read(TASK), PLAN[TASK].replace('In progress', 'Done').replace('[ ]', '[x]'));
  });

  it('does the same in Backlog.md plans', async () => {
    const opened = await open(BACKLOG);
    const done = await finishWork(writingTo(opened.store, false), { item: 'TASK-1', tick: true });
    assert.ok(done.ok, JSON.stringify(done));
    const text = read('backlog/tasks/task-1 - One.md');
    assert.match(text, /^status: Done$/m);
    assert.match(text, /^- \[x\] #1 It works$/m);
  });

  it('asks which task where the branch belongs to none or to several', async () => {
    const opened = await open(PLAN);
    const none = finishable({ store: opened.store });
    assert.deepEqual(none, { ok: false, problem: { code: 'no-task-of-branch', args: [''] } });
    repo.branch('app-1-app-2');
    await opened.follow();
    const several = finishable({ store: opened.store });
    assert.deepEqual(several, { ok: false, problem: { code: 'no-task-of-branch', args: ['APP-1, APP-2'] } });
  });

  it('finds the compare page by the forge that the plan names', async () => {
    const opened = await open(PLAN);
    repo.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repo.git('remote', 'add', 'origin', 'https://ana:secret@git.corp.example/a/b.git');
    repo.branch('app-1-rate-limit');
    await opened.follow();
    const reading = { store: opened.store };
    const url = (): string => 'https://ana:secret@git.corp.example/a/b.git';
    assert.deepEqual(await comparePage(reading, repo.dir, 'app-1-rate-limit', url), {
      kind: 'page',
      url: 'https://git.corp.example/a/b/-/compare/main...app-1-rate-limit',
    });
    assert.deepEqual(await comparePage(reading, repo.dir, 'main', url), { kind: 'none' });
    const other = (): string => 'git@elsewhere.example:a/b.git';
    assert.deepEqual(await comparePage(reading, repo.dir, 'app-1-rate-limit', other), {
      kind: 'unknown-forge',
      host: 'elsewhere.example',
    });
  });
});
