import assert from 'node:assert/strict';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const file = (id: string, ...fields: string[]): string =>
  ['---', `id: ${id}`, ...fields, '---', ''].join('\n');

describe('commits and branches that name an alias', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo;

  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: {
        'plan/project.md': '---\nkey: APP\n---\n',
        'plan/milestones/m.md': '## Tasks\n- [ ] APP-2 Two alias:bd-a1\n',
        'plan/tasks/one.md': file('APP-1', 'aliases: [SHOP-12, APP-9]'),
        'plan/tasks/three.md': file('APP-3'),
      },
    });
    for (const message of [
      'SHOP-12: keys',
      'Keys\n\nCloses shop-012',
      'Keys\n\nRefs: APP-9',
      'Keys\n\nas BD-A1 says, not UTF-8 or SHOP-13',
    ]) {
      repo.commit({ message, files: { 'src/keys.ts': message } });
    }
    repo.git('checkout', '-q', '-b', 'feature/shop-12-keys');
    repo.commit({ message: 'More keys', files: { 'src/keys.ts': 'more' } });
  });

  afterEach(() => {
    opened.store.dispose();
    repo.dispose();
  });

  /** The evidence of each link of a task, with the first line of its commit, oldest first. */
  function linksOf(id: string): readonly string[] {
    const { facts, store } = opened;
    const { commits } = store.snapshot.repos[0]?.history ?? {
      commits: new Map<string, { message: string }>(),
    };
    return (facts.evidence?.byTask.get(opened.task(id).key) ?? [])
      .map(({ evidence, commit }) => `${evidence}: ${commits.get(commit)?.message.split('\n')[0]}`)
      .toReversed();
  }
  const ofAlias = ['subject: SHOP-12: keys', 'closes: Keys'];
  const onBranch = 'branch: More keys';

  it('belong to its task, and follow an alias that moves', async () => {
    opened = await StoreOnRepo.open(repo);
    assert.deepEqual(linksOf('APP-1'), ['file: Plan', ...ofAlias, 'trailer: Keys', onBranch]);
    assert.deepEqual(linksOf('APP-2'), ['file: Plan', 'body: Keys']);
    assert.deepEqual(
      opened.facts.evidence?.branches.map(({ branch, task }) => [branch, task]),
      [['feature/shop-12-keys', 'APP-1']],
    );
    await opened.edit('APP-1', { kind: 'setList', field: 'otherIds', value: ['APP-9'] });
    assert.deepEqual(linksOf('APP-1'), ['file: Plan', 'trailer: Keys']);
    await opened.edit('APP-2', { kind: 'setList', field: 'otherIds', value: ['SHOP-12'] });
    assert.deepEqual(linksOf('APP-1'), ['file: Plan', 'trailer: Keys']);
    assert.deepEqual(linksOf('APP-2'), ['file: Plan', ...ofAlias, onBranch]);
  });

  it('belong to the task that has the id, where one has, and to nobody where two give it', async () => {
    opened = await StoreOnRepo.open(repo);
    const follow = async (path: string, text: string): Promise<void> => {
      repo.write(path, text);
      opened.store.fileChanged(repo.dir, path);
      await opened.store.whenIdle();
    };
    await follow('plan/tasks/three.md', file('APP-3', 'aliases: SHOP-12'));
    assert.deepEqual([linksOf('APP-1'), linksOf('APP-3')], [['file: Plan', 'trailer: Keys'], ['file: Plan']]);
    await follow('plan/tasks/three.md', file('SHOP-12'));
    assert.deepEqual(
      [linksOf('APP-1'), linksOf('SHOP-12')],
      [
        ['file: Plan', 'trailer: Keys'],
        ['file: Plan', ...ofAlias, onBranch],
      ],
    );
  });

  it('keep a task that was renamed the commits of its old file', async () => {
    repo.git('mv', 'plan/tasks/three.md', 'plan/tasks/app-8-three.md');
    repo.commit({ message: 'Name it by its id', files: { 'plan/tasks/app-8-three.md': file('APP-8') } });
    repo.git('mv', 'plan/tasks/app-8-three.md', 'plan/tasks/app-4-three.md');
    const text = file('APP-4', 'aliases: APP-8');
    repo.commit({ message: 'Number it anew', files: { 'plan/tasks/app-4-three.md': text } });
    opened = await StoreOnRepo.open(repo);
    assert.deepEqual(linksOf('APP-4'), ['file: Name it by its id', 'file: Number it anew']);
    const outcome = await opened.store.planNewItem({
      plan: opened.facts.plan.uid,
      kind: 'task',
      title: 'New',
    });
    // APP-9 is an alias of APP-1.
    assert.equal(outcome.ok && outcome.file, 'plan/tasks/app-10-new.md');
  });
});
