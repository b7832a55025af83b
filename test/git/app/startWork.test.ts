import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWriter, type BranchHost } from '../../../src/app/repositories/openWriter';
import { writeEdit } from '../../../src/app/writing/writeEdit';
import { startable, startWork } from '../../../src/verbs/startWork';
import type { Writing } from '../../../src/verbs/verb';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const TASK = 'plan/tasks/one.md';
const PLAN = {
  'plan/project.md': '---\nkey: APP\npeople:\n  ana: {email: ana@example.org}\n---\n',
  [TASK]: '---\nid: APP-1\ntitle: Rate-limit sign-in\nstatus: To do\n---\n',
};

describe('starting work', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo;

  beforeEach(async () => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
    opened = await StoreOnRepo.open(repo);
  });
  afterEach(() => repo.dispose());

  /** Writes to the disk. */
  const writing = (): Writing => ({
    store: opened.store,
    async write(plan) {
      const planned = await plan();
      assert.ok(planned.ok, JSON.stringify(planned));
      const outcome = await writeEdit(planned.edit, plan);
      return outcome.ok
        ? { ok: true, value: { edit: planned.edit, written: outcome.written } }
        : { ok: false, problem: outcome.refusal };
    },
  });
  /** Refuses every edit, as when the file has changed meanwhile. */
  const refusing = (before: () => void = () => undefined): Writing => ({
    store: opened.store,
    write() {
      before();
      return Promise.resolve({ ok: false, problem: { code: 'changed-meanwhile', args: [TASK] } });
    },
  });
  const branches = (): readonly string[] =>
    repo.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n').sort();
  const current = (): string => repo.git('branch', '--show-current');
  const start = { item: 'APP-1', person: 'ana' };

  it('makes a branch that belongs to the task, sets the task in progress and assigns it', async () => {
    repo.write('other.ts', 'let a = 1;\n');
    const done = await startWork(writing(), start);
    assert.ok(done.ok, JSON.stringify(done));
    assert.equal(done.value.branch, 'app-1-rate-limit-sign-in');
    assert.equal(current(), done.value.branch);
    assert.equal(
      readFileSync(join(repo.dir, TASK), 'utf8'),
      '---\nid: APP-1\ntitle: Rate-limit sign-in\nstatus: In progress\nassignee: [ana]\n---\n',
    );
    assert.equal(readFileSync(join(repo.dir, 'other.ts'), 'utf8'), 'let a = 1;\n');
    await opened.follow();
    const again = startable({ store: opened.store }, 'APP-1');
    assert.ok(again.ok);
    assert.deepEqual(again.value.branches, [done.value.branch]);
    assert.equal(again.value.checkedOut, done.value.branch);
    // On the task's own branch nothing is left to do.
    const twice = await startWork(writing(), start);
    assert.ok(twice.ok);
    assert.deepEqual([twice.value.isNew, twice.value.changed], [false, []]);
    assert.deepEqual(branches(), ['app-1-rate-limit-sign-in', 'main']);
  });

  it('takes a name that is free', async () => {
    repo.git('branch', 'app-1-rate-limit-sign-in');
    const done = await startWork(writing(), start);
    assert.ok(done.ok);
    assert.equal(done.value.branch, 'app-1-rate-limit-sign-in-2');
  });

  it('is back where it was when the plan cannot be changed', async () => {
    const refused = await startWork(refusing(), start);
    assert.deepEqual(refused, { ok: false, problem: { code: 'changed-meanwhile', args: [TASK] } });
    assert.deepEqual([current(), branches()], ['main', ['main']]);
    repo.git('checkout', '-q', '--detach');
    await opened.follow();
    await startWork(refusing(), start);
    assert.deepEqual([current(), repo.head(), branches()], ['', repo.head('main'), ['main']]);
  });

  it('keeps a branch that has got a commit meanwhile', async () => {
    const refused = await startWork(
      refusing(() => repo.git('commit', '-q', '--allow-empty', '-m', 'Mine')),
      start,
    );
    assert.equal(refused.ok, false);
    assert.deepEqual([current(), branches()], ['main', ['app-1-rate-limit-sign-in', 'main']]);
  });

  it('asks the plan before it touches git', async () => {
    repo.write(
      'plan/project.md',
      '---\nkey: APP\nstatuses: [{name: To do, category: open}, {name: Done, category: done}]\n---\n',
    );
    await opened.follow();
    const refused = await startWork(writing(), start);
    assert.equal(!refused.ok && refused.problem.code, 'no-such-status');
    assert.deepEqual(branches(), ['main']);
  });

  it('does not begin again what is done, and begins a box that has no third state', async () => {
    repo.write(TASK, PLAN[TASK].replace('To do', 'Done'));
    repo.write('openspec/changes/pay/tasks.md', '## 1. Pay\n\n- [ ] 1.1 By card\n');
    await opened.follow();
    await opened.store.refresh();
    const done = await startWork(writing(), start);
    assert.equal(!done.ok && done.problem.code, 'already-over');
    const box = await startWork(writing(), { item: 'pay/1.1', person: undefined });
    assert.ok(box.ok, JSON.stringify(box));
    assert.equal(current(), box.value.branch);
    assert.equal(repo.git('status', '--porcelain', '--', 'openspec'), '?? openspec/');
  });

  it('lists the files that are in the way of a checkout, and leaves them', async () => {
    repo.branch('app-1-old');
    repo.commit({ message: 'Change', files: { 'a.ts': '2', 'ü b.ts': '2' } });
    repo.checkout('main');
    repo.write('a.ts', 'mine').write('ü b.ts', 'mine');
    await opened.follow();
    const outcome = await opened.store.checkOut(repo.dir, 'app-1-old');
    assert.ok(!outcome.ok && outcome.problem.code === 'git-not-checked-out', JSON.stringify(outcome));
    assert.match(outcome.problem.args[1], /^a\.ts, .*b\.ts/);
    assert.deepEqual([current(), readFileSync(join(repo.dir, 'a.ts'), 'utf8')], ['main', 'mine']);
    assert.equal(repo.git('stash', 'list'), '');
  });

  it('lets a host switch branches where one can, and says what git has told that', async () => {
    const asked: string[] = [];
    const host: BranchHost = {
      async startBranch(name) {
        asked.push(name);
        repo.git('checkout', '-q', '-b', name);
      },
      checkOut: () => Promise.reject(Object.assign(new Error('Failed'), { stderr: 'error:\n\ta.ts\n' })),
    };
    const place = { top: repo.dir, gitDir: join(repo.dir, '.git'), commonDir: join(repo.dir, '.git') };
    const writer = await openWriter({ binary: 'git' }, place, () => host).branches();
    assert.deepEqual(await writer.startBranch('one'), { kind: 'checked-out' });
    assert.deepEqual([asked, current()], [['one'], 'one']);
    const refused = await writer.checkOut('main');
    assert.ok(refused.kind === 'refused');
    assert.deepEqual([refused.paths, refused.output, current()], [['a.ts'], 'error:\n\ta.ts', 'one']);
    // Going back is left to git, which also deletes the branch.
    const back = { from: 'main', detached: false, tip: repo.head() };
    assert.deepEqual(await writer.leaveBranch('one', back), { kind: 'checked-out' });
    assert.deepEqual([current(), branches()], ['main', ['main']]);
  });

  it('does nothing while a merge is unfinished', async () => {
    repo.write('.git/MERGE_HEAD', `${repo.head()}\n`);
    const refused = await startWork(writing(), start);
    assert.deepEqual(refused, { ok: false, problem: { code: 'git-unfinished', args: ['merge'] } });
    assert.deepEqual(branches(), ['main']);
  });
});
