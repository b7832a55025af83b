import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStore } from '../../../src/app/createStore';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { openReader } from '../../../src/app/repositories/openReader';
import type { EditOutcome, Store } from '../../../src/app/store';
import { GitRepo } from '../../support/gitRepo';
import { writeWhole } from '../../support/writeOne';

const FILE = 'plan/tasks/1.md';
const TASK = '---\nid: APP-1\ntitle: One\nstatus: To do\npriority: low\n---\n';

describe('two windows on one folder', () => {
  let repo: GitRepo;
  const stores: Store[] = [];

  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: { 'plan/project.md': '---\nkey: APP\n---\n', [FILE]: TASK } });
  });

  afterEach(() => {
    stores.splice(0).forEach(store => store.dispose());
    repo.dispose();
  });

  async function opened(): Promise<Store> {
    const store = createStore({
      files: nodeFiles,
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: message => assert.fail(message),
        error: (_, error) => assert.fail(String(error)),
      },
      now: () => Date.parse('2026-01-20T12:00:00Z') / 1000,
    });
    stores.push(store);
    await store.open({
      roots: [{ id: repo.dir, name: 'repo', path: repo.dir, plans: [] }],
      git: cwd => openReader({ binary: 'git', cwd }),
    });
    return store;
  }

  function planned(store: Store, field: 'status' | 'priority', value: string): Promise<EditOutcome> {
    const plan = store.snapshot.plans[0]?.plan;
    const task = plan?.tasks[0];
    const uid = plan?.uid ?? '';
    const item = { plan: uid, kind: 'task', uid: task?.uid ?? '' } as const;
    return store.planEdit(uid, [{ item, changes: [{ kind: 'set', field, value }] }]);
  }

  async function write(outcome: EditOutcome): Promise<string | undefined> {
    assert.ok(outcome.ok);
    const written = await writeWhole(outcome.edit);
    return written.ok ? undefined : written.refusal.code;
  }

  it('see what the other has written', async () => {
    const [one, other] = [await opened(), await opened()];
    assert.equal(await write(await planned(one, 'status', 'done')), undefined);
    other.fileChanged(repo.dir, FILE);
    await other.whenIdle();
    assert.equal(other.snapshot.plans[0]?.plan.tasks[0]?.status, 'Done');
  });

  it('do not write over each other: the second one is refused, and may try again', async () => {
    const [one, other] = [await opened(), await opened()];
    const [first, second] = [await planned(one, 'status', 'done'), await planned(other, 'priority', 'high')];
    assert.equal(await write(first), undefined);
    assert.equal(await write(second), 'changed-meanwhile');
    // Even before the watcher has told it, what is planned anew is planned on what is there.
    assert.equal(await write(await planned(other, 'priority', 'high')), undefined);
    const expected = TASK.replace('To do', 'Done').replace('low', 'high');
    assert.equal(readFileSync(join(repo.dir, FILE), 'utf8'), expected);
  });

  it('lose no change when both write at the same moment', async () => {
    const [one, other] = [await opened(), await opened()];
    const edits = [await planned(one, 'status', 'done'), await planned(other, 'priority', 'high')];
    const results = await Promise.all(edits.map(write));
    assert.deepEqual(results.filter(code => code === undefined).length, 1, results.join());
    const text = readFileSync(join(repo.dir, FILE), 'utf8');
    const either = [TASK.replace('To do', 'Done'), TASK.replace('low', 'high')];
    assert.ok(either.includes(text), text);
  });

  it('read one checkout as the same state', async () => {
    const [one, other] = [await opened(), await opened()];
    repo.git('checkout', '-q', '-b', 'feature/APP-1');
    repo.commit({ message: 'Begin', files: { 'a.ts': '1' } });
    for (const store of [one, other]) {
      store.refsChanged(repo.dir);
      await store.whenIdle();
    }
    assert.deepEqual(one.snapshot.plans, other.snapshot.plans);
    assert.deepEqual(one.snapshot.repos, other.snapshot.repos);
  });
});
