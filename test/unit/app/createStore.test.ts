import assert from 'node:assert/strict';
import { createStore } from '../../../src/app/createStore';
import type { Store } from '../../../src/app/store';
import { memoryFiles } from '../../support/memoryFiles';

const NOON = Date.parse('2026-03-02T12:00:00Z') / 1000;
const task = (id: string, status = 'To do') => `---\nid: ${id}\ntitle: ${id}\nstatus: ${status}\n---\n`;

describe('store without git', () => {
  let now: number;
  let files: Record<string, Record<string, string | Error>>;
  let store: Store;
  const read: string[] = [];

  beforeEach(() => {
    now = NOON;
    files = {
      '/one': {
        'plan/project.md': '---\nkey: APP\n---\n',
        'plan/tasks/a.md': task('APP-1'),
        'backlog/config.yml': 'project_name: Old\n',
        'backlog/tasks/task-1 - A.md': task('task-1'),
      },
      '/two': { 'plan/tasks/x.md': task('PAY-1') },
      '/three': { 'plan/notes.md': '# Not a plan\n' },
    };
    const source = memoryFiles(files);
    store = createStore({
      files: {
        ...source,
        read: (root, path) => {
          read.push(path);
          return source.read(root, path);
        },
      },
      log: { debug() {}, info() {}, warn() {}, error: (_, error) => assert.fail(String(error)) },
      now: () => now,
    });
  });
  afterEach(() => store.dispose());

  const open = () => store.open({ roots: Object.keys(files).map(id => ({ id, name: id, plans: [] })) });
  const folders = () => store.snapshot.plans.map(({ plan }) => `${plan.root} ${plan.folder} ${plan.format}`);

  it('finds several plans in one root and in several', async () => {
    await open();
    assert.deepEqual(folders(), ['/one plan milepost', '/one backlog backlog', '/two plan milepost']);
  });

  it('opens a folder that the user named', async () => {
    files['/three'] = { 'docs/work/tasks/x.md': task('DOC-1') };
    await store.open({ roots: [{ id: '/three', name: 'three', plans: [{ folder: 'docs/work/' }] }] });
    assert.deepEqual(folders(), ['/three docs/work milepost']);
  });

  it('shows a file that cannot be read, and the rest of the plan', async () => {
    (files['/one'] ?? {})['plan/tasks/b.md'] = new Error('EACCES');
    await open();
    const plan = store.snapshot.plans[0]?.plan;
    assert.deepEqual(
      plan?.problems.map(({ file, message }) => [file, message]),
      [['plan/tasks/b.md', { code: 'unreadable', args: ['EACCES'] }]],
    );
    assert.equal(plan?.tasks.length, 1);
  });

  it('reads only what changed, and keeps the other plans as they are', async () => {
    await open();
    const other = store.snapshot.plans[1]?.plan;
    (files['/one'] ?? {})['plan/tasks/a.md'] = task('APP-1', 'Done');
    store.fileChanged('/one', 'plan/tasks/a.md');
    await store.whenIdle();
    assert.equal(store.snapshot.plans[0]?.plan.tasks[0]?.category, 'done');
    assert.equal(store.snapshot.plans[1]?.plan, other);
  });

  it('reads nothing again for a file that is none of the plan', async () => {
    await open();
    const { version } = store.snapshot;
    read.length = 0;
    store.fileChanged('/one', 'plan/tasks/.a.md.swp');
    await store.whenIdle();
    assert.deepEqual(read, []);
    assert.equal(store.snapshot.version, version);
  });

  it('follows a folder that comes and goes', async () => {
    await open();
    const one = files['/one'] ?? {};
    one['plan/tasks/new/b.md'] = task('APP-2');
    store.fileChanged('/one', 'plan/tasks/new');
    await store.whenIdle();
    assert.equal(store.snapshot.plans[0]?.plan.tasks.length, 2);
    delete one['plan/tasks/new/b.md'];
    store.fileChanged('/one', 'plan/tasks/new');
    await store.whenIdle();
    assert.equal(store.snapshot.plans[0]?.plan.tasks.length, 1);
  });

  it('says when the day of the snapshot is over', async () => {
    await open();
    assert.equal(store.isYesterday(), false);
    now += 86_400;
    assert.equal(store.isYesterday(), true);
    await open();
    assert.equal(store.isYesterday(), false);
  });

  it('refuses edits of items that are not there', async () => {
    await open();
    const plan = store.snapshot.plans[0]?.plan.uid ?? '';
    const item = { plan, kind: 'task', uid: 'APP-9' } as const;
    const changes = [{ kind: 'set', field: 'status', value: 'Done' }] as const;
    const outcome = await store.planEdit(plan, [{ item, changes }]);
    assert.deepEqual(outcome, { ok: false, refusal: { code: 'no-such-item', args: ['APP-9'] } });
  });
});
