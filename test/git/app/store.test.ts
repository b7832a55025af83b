import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createStore } from '../../../src/app/createStore';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { openReader } from '../../../src/app/repositories/openReader';
import type { Store } from '../../../src/app/store';
import type { Snapshot } from '../../../src/core/snapshot';
import { GitRepo } from '../../support/gitRepo';

const PLAN = {
  'plan/project.md': '---\nkey: APP\nname: Harbor\n---\n',
  'plan/milestones/one.md':
    '---\ntitle: One\ndue: 2026-02-01\n---\n## Tasks\n- [ ] APP-1 First\n- [/] APP-2 Second\n',
  'plan/tasks/three.md':
    '---\nid: APP-3\ntitle: Third\nstatus: To do\n---\n## Acceptance criteria\n- [ ] works\n',
};

describe('store on a real repository', () => {
  let repo: GitRepo;
  let store: Store;
  const defects: unknown[] = [];

  beforeEach(async () => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
    store = createStore({
      files: nodeFiles,
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        error: (_, error) => defects.push(error),
      },
      now: () => Date.parse('2026-01-20T12:00:00Z') / 1000,
    });
    await open();
  });

  afterEach(() => {
    store.dispose();
    repo.dispose();
    assert.deepEqual(defects.splice(0), []);
  });

  function open(): Promise<Snapshot> {
    const root = { id: repo.dir, name: 'repo', path: repo.dir, plans: [] };
    return store.open({ roots: [root], git: cwd => openReader({ binary: 'git', cwd }) });
  }

  function facts() {
    const [first] = store.snapshot.plans;
    assert.ok(first);
    return first;
  }

  function observed(key: string): string {
    return facts().evidence?.observed.get(key)?.state ?? 'none';
  }

  it('shows the plan before git has answered', async () => {
    const phases: string[] = [];
    const other = createStore({
      files: nodeFiles,
      log: { debug() {}, info() {}, warn() {}, error: (_, error) => assert.fail(String(error)) },
      now: () => 0,
    });
    other.onDidChange(snapshot => phases.push(`${snapshot.phase} ${snapshot.plans.length}`));
    await other.open({
      roots: [{ id: repo.dir, name: 'repo', path: repo.dir, plans: [] }],
      git: cwd => openReader({ binary: 'git', cwd }),
    });
    other.dispose();
    assert.deepEqual(phases, ['plans 1', 'ready 1']);
  });

  it('follows a commit', async () => {
    assert.equal(observed('APP-1'), 'none');
    repo.commit({ message: 'APP-1 Build it', files: { 'src/a.ts': '1' } });
    store.refsChanged(repo.dir);
    await store.whenIdle();
    assert.equal(observed('APP-1'), 'landed');
  });

  it('follows a checkout, and says what lies on the branch', async () => {
    repo.git('checkout', '-q', '-b', 'feature/APP-2-second');
    repo.commit({ message: 'Begin', files: { 'src/b.ts': '1' } });
    store.refsChanged(repo.dir);
    await store.whenIdle();
    assert.deepEqual(store.snapshot.repos[0]?.history?.head.kind, 'branch');
    assert.equal(observed('APP-2'), 'started');
  });

  it('follows a plan file on disk, without asking git', async () => {
    const before = facts().evidence;
    repo.write('plan/tasks/three.md', PLAN['plan/tasks/three.md'].replace('To do', 'Done'));
    store.fileChanged(repo.dir, 'plan/tasks/three.md');
    await store.whenIdle();
    assert.equal(facts().plan.tasks.find(({ id }) => id === 'APP-3')?.category, 'done');
    assert.equal(facts().evidence, before);
  });

  it('tells which inline task a commit of its milestone is about', async () => {
    const milestone = 'plan/milestones/one.md';
    const line = '- [ ] APP-1 First';
    const hash = repo.commit({
      message: 'Start',
      files: { [milestone]: PLAN[milestone].replace(line, '- [/] APP-1 First @ana'), 'src/a.ts': '1' },
    });
    const moved = PLAN[milestone].replace(`${line}\n`, '').trimEnd();
    repo.commit({ message: 'Move', files: { [milestone]: `${moved}\n- [/] APP-1 First @ana\n` } });
    store.refsChanged(repo.dir);
    await store.whenIdle();
    const links = (key: string) =>
      facts()
        .evidence?.byTask.get(key)
        ?.map(({ commit, evidence, strength }) => [commit, evidence, strength]);
    assert.deepEqual(links('APP-1')?.[0], [hash, 'file', 'mentions']);
    assert.deepEqual(
      links('APP-2')?.map(([, , strength]) => strength),
      ['plans'],
    );
  });

  it('publishes nothing when nothing is different', async () => {
    const { version } = store.snapshot;
    store.fileChanged(repo.dir, 'plan/tasks/three.md');
    store.refsChanged(repo.dir);
    await store.whenIdle();
    assert.equal(store.snapshot.version, version);
  });

  it('finds a plan that comes to be, and lets go of one that is deleted', async () => {
    repo.git('rm', '-rq', 'plan');
    store.fileChanged(repo.dir, 'plan');
    await store.whenIdle();
    assert.equal(store.snapshot.plans.length, 0);
    Object.entries(PLAN).forEach(([path, text]) => repo.write(path, text));
    store.fileChanged(repo.dir, 'plan/project.md');
    await store.whenIdle();
    assert.equal(store.snapshot.plans.length, 1);
  });

  it('reads the plan as it stood at a commit and on a day', async () => {
    repo.commit({
      message: 'Done',
      files: { 'plan/tasks/three.md': PLAN['plan/tasks/three.md'].replace('To do', 'Done') },
      date: new Date('2026-01-10T12:00:00Z'),
    });
    store.refsChanged(repo.dir);
    await store.whenIdle();
    for (const [revision, status] of [
      ['HEAD', 'Done'],
      ['HEAD~1', 'To do'],
      ['2026-01-09', 'To do'],
      ['2026-01-10', 'Done'],
    ]) {
      const outcome = await store.planAt(facts().plan.uid, revision as string);
      assert.ok(outcome.ok);
      assert.equal(outcome.value.plan.tasks.find(({ id }) => id === 'APP-3')?.status, status, revision);
    }
    const wrong = await store.planAt(facts().plan.uid, 'no-such-branch');
    assert.deepEqual(wrong, {
      ok: false,
      problem: { code: 'git-unknown-revision', args: ['no-such-branch'] },
    });
  });

  it('reviews the checked-out branch', async () => {
    repo.git('checkout', '-q', '-b', 'feature/APP-3');
    repo.commit({ message: 'APP-3 Third', files: { 'src/c.ts': '1' } });
    repo.commit({
      message: 'Start',
      files: { 'plan/tasks/three.md': PLAN['plan/tasks/three.md'].replace('To do', 'In progress') },
    });
    store.refsChanged(repo.dir);
    await store.whenIdle();
    const outcome = await store.review(facts().plan.uid, {});
    assert.ok(outcome.ok);
    const { commits, tasks, changes, openCriteria, withoutTask } = outcome.value;
    assert.deepEqual(
      commits.map(commit => [commit.subject, commit.links[0]?.evidence]),
      [
        ['Start', 'branch'],
        ['APP-3 Third', 'subject'],
      ],
    );
    assert.deepEqual(tasks, ['APP-3']);
    assert.deepEqual(
      changes.map(({ id, field, from, to }) => [id, field, from, to]),
      [['APP-3', 'status', 'To do', 'In progress']],
    );
    assert.deepEqual(
      openCriteria.map(({ item }) => item.text),
      ['works'],
    );
    assert.deepEqual(withoutTask, []);
  });

  it('knows of the other plans of the repository', async () => {
    const other = '---\nid: PAY-1\ntitle: Pay\nstatus: To do\n---\n';
    repo.commit({
      message: 'PAY-1 Plan it',
      files: { 'other/project.md': '---\nkey: PAY\n---\n', 'other/tasks/one.md': other },
    });
    repo.git('checkout', '-q', '-b', 'work');
    repo.commit({ message: 'PAY-1 Pay', files: { 'src/pay.ts': '1' } });
    const root = { id: repo.dir, name: 'repo', path: repo.dir };
    const git = (cwd: string) => openReader({ binary: 'git', cwd });
    await store.open({ roots: [{ ...root, plans: [] }], git });
    const alone = await store.review(facts().plan.uid, {});
    assert.equal(alone.ok && alone.value.withoutTask.length, 1);
    await store.open({ roots: [{ ...root, plans: [{ folder: 'other' }] }], git });
    const own = store.snapshot.plans.find(({ plan }) => plan.folder === 'plan');
    const both = await store.review(own?.plan.uid ?? '', {});
    assert.deepEqual(both.ok && both.value.withoutTask, []);
    const paid = store.snapshot.plans.find(({ plan }) => plan.folder === 'other');
    assert.deepEqual(
      [...(paid?.evidence?.byCommit.values() ?? [])]
        .flat()
        .map(({ evidence, strength }) => [evidence, strength]),
      [
        ['subject', 'works-on'],
        ['subject', 'plans'],
      ],
    );
  });

  it('plans an edit on the text as it is now', async () => {
    const task = facts().plan.tasks.find(({ id }) => id === 'APP-3');
    assert.ok(task);
    repo.write('plan/tasks/three.md', `---\n# mine\n${PLAN['plan/tasks/three.md'].slice(4)}`);
    const plan = facts().plan.uid;
    const item = { plan, kind: 'task', uid: task.uid } as const;
    const changes = [{ kind: 'set', field: 'status', value: 'done' }] as const;
    const outcome = await store.planEdit(plan, [{ item, changes }]);
    const [edit, ...more] = outcome.ok ? outcome.edit.files : [];
    assert.ok(edit && more.length === 0);
    assert.match(edit.text, /# mine/);
    assert.deepEqual(
      edit.edits.map(({ text }) => text),
      ['Done'],
    );
  });

  it('shows the plan without git, and why', async () => {
    const root = { id: repo.dir, name: 'repo', path: repo.dir, plans: [] };
    await store.open({ roots: [root] });
    assert.equal(store.snapshot.plans.length, 1);
    assert.equal(store.snapshot.withoutGit?.code, 'git-untrusted');
    await store.open({ roots: [root], git: cwd => openReader({ binary: join(repo.dir, 'no-git'), cwd }) });
    assert.equal(store.snapshot.withoutGit?.code, 'git-missing');
    assert.equal(store.snapshot.phase, 'ready');
  });
});
