import assert from 'node:assert/strict';
import { createStore } from '../../../src/app/createStore';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { openReader } from '../../../src/app/repositories/openReader';
import type { NamedPlan } from '../../../src/app/ports';
import type { Store } from '../../../src/app/store';
import { GitRepo } from '../../support/gitRepo';

const TASKS = '## Phase 1: Setup\n- [x] T001 One\n- [ ] T002 Two\n';

describe('plans of other tools in a repository', () => {
  let repo: GitRepo;
  let store: Store;

  beforeEach(() => {
    repo = GitRepo.create();
    store = createStore({
      files: nodeFiles,
      log: { debug() {}, info() {}, warn() {}, error: (_, error) => assert.fail(String(error)) },
      now: () => Date.parse('2026-01-20T12:00:00Z') / 1000,
    });
  });
  afterEach(() => {
    store.dispose();
    repo.dispose();
  });

  async function open(...plans: NamedPlan[]) {
    const root = { id: repo.dir, name: 'repo', path: repo.dir, plans };
    const { plans: facts } = await store.open({
      roots: [root],
      git: cwd => openReader({ binary: 'git', cwd }),
    });
    const [first] = facts;
    assert.ok(first);
    return first;
  }

  it('link the branch of a feature to all of its tasks, and miss no task elsewhere', async () => {
    repo.commit({ message: 'Spec', files: { 'specs/001-login/tasks.md': TASKS } });
    repo.commit({ message: 'Elsewhere', files: { 'src/b.ts': '1' } });
    repo.branch('001-login').checkout('001-login');
    const work = repo.commit({ message: 'Work', files: { 'src/a.ts': '1' } });
    const { evidence, findings } = await open();
    assert.deepEqual(
      evidence?.byCommit
        .get(work)
        ?.map(({ task }) => task)
        .sort(),
      ['1-LOGIN/T001', '1-LOGIN/T002'],
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(store.snapshot.repos[0]?.withoutTask, []);
  });

  it('are read at another commit together with their overlays', async () => {
    const project = (estimate: string) =>
      `---\nfor: spec-kit\ntasks:\n  001-login/T002: {estimate: ${estimate}}\n---\n`;
    repo.commit({
      message: 'Spec',
      files: { 'specs/001-login/tasks.md': TASKS, 'plan/project.md': project('1d') },
    });
    repo.commit({ message: 'More', files: { 'plan/project.md': project('2d') } });
    const { plan } = await open();
    const before = await store.planAt(plan.uid, 'HEAD~1');
    assert.ok(before.ok);
    assert.deepEqual(
      [plan, before.value.plan].map(({ tasks }) => tasks[1]?.estimate?.value),
      [16, 8],
    );
  });

  it('are read at another commit where the plan is one file', async () => {
    repo.commit({ message: 'Plan', files: { 'TODO.md': '- [ ] One\n', 'a.md': '- [ ] No\n' } });
    repo.commit({ message: 'Done', files: { 'TODO.md': '- [x] One\n' } });
    const { plan } = await open({ folder: 'TODO.md', format: 'checklist' });
    const before = await store.planAt(plan.uid, 'HEAD~1');
    assert.ok(before.ok);
    assert.deepEqual(
      [plan, before.value.plan].map(({ tasks }) =>
        tasks.map(({ title, category }) => `${title} ${category}`),
      ),
      [['One done'], ['One open']],
    );
    const review = await store.review(plan.uid, { base: 'HEAD~1', head: 'HEAD' });
    assert.ok(review.ok);
    assert.deepEqual(
      review.value.changes.map(({ change, title }) => `${change} ${title}`),
      ['changed One'],
    );
  });
});
