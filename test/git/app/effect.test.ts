import assert from 'node:assert/strict';
import { createStore } from '../../../src/app/createStore';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { openReader } from '../../../src/app/repositories/openReader';
import type { Store } from '../../../src/app/store';
import { computeInsight } from '../../../src/core/insight/planInsight';
import { PLAN } from '../../support/faults/openPlan';
import { GitRepo } from '../../support/gitRepo';

const TASK = 'plan/tasks/three.md';
const ESTIMATED = {
  ...PLAN,
  'plan/milestones/one.md': `${PLAN['plan/milestones/one.md']}`.replace('First', 'First @ana est:2d'),
  'plan/tasks/four.md': `${PLAN['plan/tasks/four.md']}`.replace('title', 'estimate: 2d\ntitle'),
};

describe('the effect of a range', () => {
  let repo: GitRepo;
  let store: Store;
  /** How often insight was computed. */
  let computed: number;

  beforeEach(async () => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: ESTIMATED });
    repo.commit({ message: 'APP-1 Build', files: { 'src/a.ts': '1' } });
    repo.branch('feature/APP-3').commit({ message: 'APP-3 Work', files: { 'src/b.ts': '1' } });
    const text = `${PLAN[TASK]}More text.\n`.replace('title', 'estimate: 30d\ntitle');
    repo.branch('later').commit({ message: 'APP-3 Estimate', files: { [TASK]: text } });
    computed = 0;
    store = createStore({
      files: nodeFiles,
      log: { debug() {}, info() {}, warn() {}, error: (_, error) => assert.fail(String(error)) },
      now: () => Date.parse('2026-01-20T12:00:00Z') / 1000,
      computeInsight: (...input) => (computed++, computeInsight(...input)),
    });
    await store.open({
      roots: [{ id: repo.dir, name: 'repo', path: repo.dir, plans: [] }],
      git: cwd => openReader({ binary: 'git', cwd }),
    });
  });
  afterEach(() => {
    store.dispose();
    repo.dispose();
  });

  async function effect(base: string, head: string) {
    const outcome = await store.effect(store.snapshot.plans[0]?.plan.uid ?? '', { base, head });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value;
  }

  it('without commits is none, and is not computed', async () => {
    for (const [base, head] of [
      ['main', 'main'],
      ['later', 'later'],
      ['later', 'main'],
    ] as const) {
      assert.deepEqual(await effect(base, head), { milestones: [], risks: [] }, `${base}..${head}`);
    }
    assert.equal(computed, 0);
  });

  it('whose commits change nothing in the plan is none, and is not computed', async () => {
    assert.deepEqual(await effect('main', 'feature/APP-3'), { milestones: [], risks: [] });
    assert.equal(computed, 0);
  });

  it('that changes the plan is computed', async () => {
    const { milestones } = await effect('main', 'later');
    assert.deepEqual(
      milestones.map(({ key, finish }) => [key, finish !== undefined]),
      [['ONE', true]],
    );
    assert.equal(computed, 2);
  });

  it('of what is checked out counts what its files say, committed or not', async () => {
    const plan = store.snapshot.plans[0]?.plan.uid ?? '';
    const finish = async () => {
      const outcome = await store.effect(plan, {});
      return outcome.ok && outcome.value.milestones[0]?.finish?.to;
    };
    const committed = await finish();
    repo.write(TASK, `${PLAN[TASK]}`.replace('title', 'estimate: 60d\ntitle'));
    store.fileChanged(repo.dir, TASK);
    await store.whenIdle();
    assert.ok(committed && `${committed}` < `${await finish()}`, `${committed}`);
  });

  it('of a revision that is not there is a failure', async () => {
    const outcome = await store.effect(store.snapshot.plans[0]?.plan.uid ?? '', { head: 'gone' });
    assert.ok(!outcome.ok && outcome.problem.code === 'git-unknown-revision');
  });
});
