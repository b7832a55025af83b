import assert from 'node:assert/strict';
import { createStore } from '../../../src/app/createStore';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { openReader } from '../../../src/app/repositories/openReader';
import type { Store } from '../../../src/app/store';
import { GitRepo } from '../../support/gitRepo';

describe('insight in the snapshot', () => {
  let repo: GitRepo;
  let store: Store;
  beforeEach(() => {
    repo = GitRepo.create();
    const files = {
      'plan/project.md': '---\nkey: APP\ntimezone: UTC\n---\n',
      'plan/tasks/a.md': '---\nid: APP-1\nestimate: 2d\n---\n',
    };
    repo.commit({ message: 'Plan', files });
    const quiet = (): void => undefined;
    const log = { debug: quiet, info: quiet, warn: quiet, error: (message: string) => assert.fail(message) };
    store = createStore({ files: nodeFiles, log, now: () => 0, today: '2026-03-02', followInsight: true });
  });
  afterEach(() => {
    store.dispose();
    repo.dispose();
  });

  const finish = (): string | undefined =>
    [...(store.snapshot.insight?.values() ?? [])][0]?.schedule.finish?.critical;

  it('follows the facts, and follows an edit', async () => {
    await store.open({
      roots: [{ id: repo.dir, name: 'repo', path: repo.dir, plans: [] }],
      git: cwd => openReader({ binary: 'git', cwd }),
    });
    await store.whenIdle();
    assert.equal(finish(), '2026-03-03');
    repo.write('plan/tasks/a.md', '---\nid: APP-1\nestimate: 3d\n---\n');
    store.fileChanged(repo.dir, 'plan/tasks/a.md');
    await store.whenIdle();
    assert.equal(finish(), '2026-03-04');
    const { version } = store.snapshot;
    await store.refresh();
    await store.whenIdle();
    assert.equal(finish(), '2026-03-04');
    assert.ok(store.snapshot.version >= version);
  });
});
