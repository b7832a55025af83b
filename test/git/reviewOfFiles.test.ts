import assert from 'node:assert/strict';
import { countNotCommitted } from '../../src/core/insight/review/notCommitted';
import { commitPlan } from '../../src/verbs/commitPlan';
import { GitRepo } from '../support/gitRepo';
import { StoreOnRepo } from '../support/storeOnRepo';

describe('the review of what is checked out', () => {
  let repo: GitRepo;
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: {
        'plan/project.md': '---\nkey: APP\n---\n',
        'plan/tasks/one.md': '---\nid: APP-1\ntitle: One\nstatus: In progress\n---\n',
      },
    });
    repo.git('checkout', '-q', '-b', 'feature/x');
  });
  afterEach(() => repo.dispose());

  it('follows the files, and says what is in no commit yet', async () => {
    const hash = repo.commit({ message: 'Work', files: { 'a.ts': '1' } });
    const opened = await StoreOnRepo.open(repo);
    const uid = opened.facts.plan.uid;
    const review = async (head?: string) => {
      const outcome = await opened.store.review(uid, head === undefined ? {} : { head });
      assert.ok(outcome.ok);
      return outcome.value;
    };
    assert.deepEqual((await review()).withoutTask, [hash]);
    assert.deepEqual((await review()).notCommitted?.changes, []);

    repo.write(
      'plan/tasks/one.md',
      `---\nid: APP-1\ntitle: One\nstatus: Done\ncommits:\n  - ${hash.slice(0, 12)} 2026-01-05 Work\n---\n`,
    );
    await opened.follow();
    const linked = await review();
    assert.deepEqual(linked.withoutTask, []);
    assert.deepEqual(linked.tasks, ['APP-1']);
    assert.deepEqual([...(linked.notCommitted?.links ?? [])], [['APP-1', [hash.slice(0, 12)]]]);
    assert.deepEqual(
      linked.notCommitted?.changes.map(({ field, from, to }) => [field, from, to]),
      [
        ['status', 'In progress', 'Done'],
        ['commits', '', hash.slice(0, 12)],
      ],
    );
    const asked = await review('feature/x');
    assert.deepEqual(asked.withoutTask, [hash], 'a branch by name is what is committed');
    assert.equal(asked.notCommitted, undefined);

    repo.git('commit', '-qam', 'Plan is done');
    await opened.follow();
    const { notCommitted, tasks } = await review();
    assert.deepEqual([notCommitted?.changes, notCommitted?.links.size, tasks], [[], 0, ['APP-1']]);
    opened.store.dispose();
  });

  it('names the branch that plan changes have been committed on apart from it', async () => {
    const opened = await StoreOnRepo.open(repo);
    const { store } = opened;
    const uid = opened.facts.plan.uid;
    const waiting = async () => {
      const outcome = await store.notCommitted(uid);
      assert.ok(outcome.ok);
      return [countNotCommitted(outcome.value), outcome.value.alsoOn];
    };
    assert.deepEqual(await waiting(), [0, undefined]);
    const file = 'plan/tasks/one.md';
    repo.write(file, '---\nid: APP-1\ntitle: One\nstatus: Done\n---\n');
    await opened.follow();
    assert.deepEqual(await waiting(), [1, undefined]);
    const done = await commitPlan({ store }, { message: 'Plan', onNewBranch: true });
    assert.ok(done.ok);
    const branch = done.value[0]?.commit.branch;
    assert.match(branch ?? '', /^plan-\d{4}-\d\d-\d\d$/);
    await opened.follow();
    assert.deepEqual(await waiting(), [1, branch]);
    repo.write(file, '---\nid: APP-1\ntitle: One more\nstatus: Done\n---\n');
    await opened.follow();
    assert.deepEqual(await waiting(), [1, undefined], 'more has changed since');
    store.dispose();
  });
});
