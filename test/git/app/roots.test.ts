import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore } from '../../../src/app/createStore';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { openReader } from '../../../src/app/repositories/openReader';
import type { NamedPlan } from '../../../src/app/ports';
import type { Store } from '../../../src/app/store';
import type { PlanFacts } from '../../../src/core/snapshot';
import { overdueCount } from '../../../src/present/badge';
import { GitRepo } from '../../support/gitRepo';

/** A plan of two tasks, the second of which is overdue. */
function planFiles(key: string, folder = 'plan'): Record<string, string> {
  return {
    [`${folder}/project.md`]: `---\nkey: ${key}\nname: Plan ${key}\n---\n`,
    [`${folder}/tasks/1.md`]: `---\nid: ${key}-1\ntitle: One\nstatus: To do\n---\n`,
    [`${folder}/tasks/2.md`]: `---\nid: ${key}-2\ntitle: Two\nstatus: To do\ndue: 2026-01-10\n---\n`,
  };
}

describe('several roots in one window', () => {
  let repo: GitRepo;
  let store: Store;
  const processes: string[] = [];
  const defects: unknown[] = [];

  beforeEach(() => {
    repo = GitRepo.create();
    store = createStore({
      files: nodeFiles,
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: message => defects.push(message),
        error: (_, error) => defects.push(error),
      },
      now: () => Date.parse('2026-01-20T12:00:00Z') / 1000,
    });
  });

  afterEach(() => {
    store.dispose();
    repo.dispose();
    assert.deepEqual(defects.splice(0), []);
  });

  function open(...roots: (string | { path: string; plans: NamedPlan[] })[]): Promise<unknown> {
    processes.length = 0;
    return store.open({
      roots: roots.map(root => {
        const { path, plans } = typeof root === 'string' ? { path: root, plans: [] } : root;
        return { id: path, name: path.slice(path.lastIndexOf('/') + 1), path, plans };
      }),
      git: cwd => openReader({ binary: 'git', cwd, log: line => processes.push(line) }),
    });
  }

  function planOf(root: string): PlanFacts {
    const found = store.snapshot.plans.filter(({ plan }) => plan.root === root);
    assert.equal(found.length, 1, `${found.length} plans in ${root}`);
    return found[0] as PlanFacts;
  }

  function status(root: string, id: string): string | undefined {
    return planOf(root).plan.tasks.find(task => task.id === id)?.status;
  }

  function observed(root: string, id: string): string {
    const facts = planOf(root);
    const key = facts.plan.tasks.find(task => task.id === id)?.key ?? '';
    return facts.evidence?.observed.get(key)?.state ?? 'none';
  }

  function headOf(root: string): string | undefined {
    return store.snapshot.repos.find(({ top }) => top === planOf(root).repo)?.history?.head.branch;
  }

  async function told(root: string, path: string): Promise<void> {
    store.fileChanged(root, path);
    await store.whenIdle();
  }

  it('are two folders of one repository: one history, and each plan its own evidence', async () => {
    repo.commit({
      message: 'Plan',
      files: { ...planFiles('PAY', 'pay/plan'), ...planFiles('WEB', 'web/plan') },
    });
    repo.commit({ message: 'PAY-1 Pay', files: { 'pay/a.ts': '1' } });
    repo.commit({ message: 'Tidy', files: { 'web/b.ts': '1' } });
    const [pay, web] = [join(repo.dir, 'pay'), join(repo.dir, 'web')];
    await open(pay, web);
    assert.equal(store.snapshot.repos.length, 1);
    assert.deepEqual([planOf(pay).prefix, planOf(web).prefix], ['pay/', 'web/']);
    assert.deepEqual([observed(pay, 'PAY-1'), observed(web, 'WEB-1')], ['landed', 'none']);
    assert.equal(store.snapshot.repos[0]?.withoutTask.length, 1);
    assert.equal(processes.filter(line => line.startsWith('git log')).length, 1);
    const was = await store.planAt(planOf(web).plan.uid, 'HEAD~2');
    assert.equal(was.ok && was.value.plan.tasks.length, 2);
  });

  it('are a repository and its worktree: each its own plan and HEAD, and a commit in one reaches both', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    repo.git('branch', 'feature/APP-2-two');
    const other = repo.worktree('side', 'feature/APP-2-two');
    other.write('plan/tasks/1.md', '---\nid: APP-1\ntitle: One\nstatus: Done\n---\n');
    await open(repo.dir, other.dir);
    assert.deepEqual([headOf(repo.dir), headOf(other.dir)], ['main', 'feature/APP-2-two']);
    assert.deepEqual([status(repo.dir, 'APP-1'), status(other.dir, 'APP-1')], ['To do', 'Done']);

    const [here, there] = store.snapshot.repos;
    assert.equal(here?.commonDir, there?.commonDir);
    assert.notEqual(here?.gitDir, there?.gitDir);
    assert.equal(here?.history?.commits, there?.history?.commits, 'the commits are read and kept once');

    other.commit({ message: 'Work', files: { 'src/a.ts': '1' } });
    for (const { top } of store.snapshot.repos) store.refsChanged(top);
    await store.whenIdle();
    assert.deepEqual([observed(repo.dir, 'APP-2'), observed(other.dir, 'APP-2')], ['started', 'started']);

    repo.merge('feature/APP-2-two');
    for (const { top } of store.snapshot.repos) store.refsChanged(top);
    await store.whenIdle();
    assert.deepEqual([observed(repo.dir, 'APP-2'), observed(other.dir, 'APP-2')], ['landed', 'landed']);
    assert.equal(headOf(other.dir), 'feature/APP-2-two');
  });

  it('count what is overdue once, however many worktrees show it', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    repo.git('branch', 'side');
    const other = repo.worktree('side', 'side');
    await open(repo.dir, other.dir);
    assert.equal(overdueCount(store.snapshot), 1);
  });

  it('do not make an id ambiguous that two worktrees of one plan have', async () => {
    const depends = '---\nid: WEB-1\ntitle: One\nstatus: To do\ndepends_on: [APP-1]\n---\n';
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    repo.git('branch', 'side');
    const other = repo.worktree('side', 'side');
    const third = GitRepo.create('third');
    try {
      third.commit({ message: 'Plan', files: { ...planFiles('WEB'), 'plan/tasks/1.md': depends } });
      await open(repo.dir, other.dir, third.dir);
      assert.deepEqual(
        planOf(third.dir).plan.problems.map(({ message }) => message.code),
        [],
      );
    } finally {
      third.dispose();
    }
  });

  it('are a folder of a repository and a repository inside it, each with its own commits', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    const inner = new GitRepoInside(repo, 'lib/core');
    inner.commit('Plan', planFiles('LIB'));
    inner.commit('LIB-1 Work, not APP-1', { 'src/a.ts': '1' });
    await open(repo.dir, inner.dir);
    assert.equal(store.snapshot.repos.length, 2);
    assert.equal(observed(inner.dir, 'LIB-1'), 'landed');
    assert.equal(observed(repo.dir, 'APP-1'), 'none');
  });

  it('hold a plan that is named in a repository of its own: its commits are that repository’s', async () => {
    repo.commit({ message: 'LIB-2 Not this one', files: { ...planFiles('APP'), 'a.ts': '1' } });
    const inner = new GitRepoInside(repo, 'lib/core');
    inner.commit('Plan', { ...planFiles('LIB'), ...planFiles('OTHER', 'docs/plan') });
    inner.commit('LIB-1 Work', { 'src/a.ts': '1' });
    await open({ path: repo.dir, plans: [{ folder: 'lib/core/plan' }] });
    assert.equal(store.snapshot.plans.length, 2);
    assert.deepEqual([observed(inner.dir, 'LIB-1'), observed(inner.dir, 'LIB-2')], ['landed', 'none']);
    const review = await store.planAt(planOf(inner.dir).plan.uid, 'HEAD');
    assert.equal(review.ok && review.value.plan.tasks.length, 2);

    inner.write('plan/tasks/1.md', '---\nid: LIB-1\ntitle: One\nstatus: Done\n---\n');
    await told(repo.dir, 'lib/core/plan/tasks/1.md');
    assert.equal(status(inner.dir, 'LIB-1'), 'Done');
  });

  it('take no plan from a repository that a link leads to, out of the root', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    const outside = GitRepo.create('outside');
    try {
      outside.commit({ message: 'Plan', files: planFiles('OUT', 'docs/plan') });
      symlinkSync(outside.dir, join(repo.dir, 'link'));
      await open({ path: repo.dir, plans: [{ folder: 'link/docs/plan' }] });
      assert.deepEqual(
        store.snapshot.plans.flatMap(({ plan }) => plan.tasks.map(({ id }) => id)),
        ['APP-1', 'APP-2'],
      );
    } finally {
      outside.dispose();
    }
  });

  it('hold a plan in a submodule, which has its git directory elsewhere', async () => {
    const library = GitRepo.create('library');
    try {
      library.commit({ message: 'Plan', files: planFiles('LIB') });
      repo.commit({ message: 'Plan', files: planFiles('APP') });
      repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.dir, 'lib');
      repo.commit('Take the library in');
      await open({ path: repo.dir, plans: [{ folder: 'lib/plan' }] });
      const inner = store.snapshot.repos.find(({ top }) => top === join(repo.dir, 'lib'));
      assert.equal(inner?.gitDir, join(repo.dir, '.git/modules/lib'));
      assert.equal(inner?.history?.commits.size, 1);
    } finally {
      library.dispose();
    }
  });

  it('are a folder of a repository: paths of git and of the plan meet', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP', 'services/pay/plan') });
    const root = join(repo.dir, 'services/pay');
    repo.git('checkout', '-q', '-b', 'feature/APP-1');
    const done = '---\nid: APP-1\ntitle: One\nstatus: Done\n---\n';
    repo.commit({ message: 'Finish', files: { 'services/pay/plan/tasks/1.md': done, 'src/a.ts': '1' } });
    await open(root);
    const review = await store.review(planOf(root).plan.uid, {});
    assert.ok(review.ok);
    assert.deepEqual(
      review.value.changes.map(({ id, field, to }) => [id, field, to]),
      [['APP-1', 'status', 'Done']],
    );
    assert.deepEqual(review.value.tasks, ['APP-1']);
  });

  it('are one folder under two names: one plan, that follows both', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    repo.commit({ message: 'Tidy', files: { 'a.ts': '1' } });
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'milepost-link-'));
    try {
      const link = join(folder, 'link');
      symlinkSync(repo.dir, link);
      await open(repo.dir, link);
      assert.equal(store.snapshot.plans.length, 1);
      assert.equal(store.snapshot.repos.flatMap(({ withoutTask }) => withoutTask).length, 1);
      assert.equal(overdueCount(store.snapshot), 1);
      repo.write('plan/tasks/1.md', '---\nid: APP-1\ntitle: One\nstatus: Done\n---\n');
      processes.length = 0;
      await told(link, 'plan/tasks/1.md');
      assert.equal(status(repo.dir, 'APP-1'), 'Done');
      assert.deepEqual(processes, [], 'a change of a file is no reason to read everything again');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are a root and a folder in it, of which both know a plan: one plan, that follows both', async () => {
    repo.commit({ message: 'Plan', files: planFiles('PAY', 'pay/plan') });
    const inner = join(repo.dir, 'pay');
    await open({ path: repo.dir, plans: [{ folder: 'pay/plan' }] }, inner);
    assert.equal(store.snapshot.plans.length, 1);
    repo.write('pay/plan/tasks/1.md', '---\nid: PAY-1\ntitle: One\nstatus: Done\n---\n');
    await told(inner, 'plan/tasks/1.md');
    assert.equal(status(repo.dir, 'PAY-1'), 'Done');
  });

  it('are not all on this machine: the plan is there, and why git is not', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    await store.open({
      roots: [{ id: repo.dir, name: 'far', plans: [] }],
      git: () => assert.fail('git was asked'),
    });
    assert.equal(store.snapshot.plans.length, 1);
    assert.equal(store.snapshot.withoutGit?.code, 'git-virtual');
  });
});

/** A repository in the working tree of another one, which does not know of it. */
class GitRepoInside {
  readonly dir: string;

  constructor(
    private readonly outer: GitRepo,
    private readonly folder: string,
  ) {
    this.dir = join(outer.dir, folder);
    mkdirSync(this.dir, { recursive: true });
    outer.git('-C', folder, 'init', '-q', '-b', 'main');
    outer.git('-C', folder, 'config', 'user.name', 'Ana');
    outer.git('-C', folder, 'config', 'user.email', 'ana@example.org');
  }

  write(path: string, text: string): void {
    this.outer.write(`${this.folder}/${path}`, text);
  }

  commit(message: string, files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.outer.git('-C', this.folder, 'add', '-A');
    this.outer.git('-C', this.folder, 'commit', '-q', '-m', message);
  }
}
