import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const ONE = '---\nid: APP-1\ntitle: One # as agreed\nstatus:   To do\n---\nText  \r\n';
const MILESTONE = '---\ntitle: M\n---\n## Tasks\n- [ ] APP-2 Two @li\n- [ ] APP-3 Three\n';
const PLAN = {
  'plan/project.md': '---\nkey: APP\ntimezone: UTC\n---\n',
  'plan/tasks/one.md': ONE,
  'plan/milestones/m.md': MILESTONE,
};

const lines = (...changed: string[]): string =>
  Array.from({ length: 30 }, (_, i) => `${changed[i] ?? `line ${i}`}\n`).join('');

describe('links by hand after a rewrite', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo[];

  beforeEach(() => {
    opened = [];
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: { ...PLAN, 'a.txt': lines(), 'b.txt': 'b' } });
  });
  afterEach(() => {
    opened.forEach(({ store }) => store.dispose());
    repo.dispose();
  });

  async function open(where = repo): Promise<StoreOnRepo> {
    const store = await StoreOnRepo.open(where);
    opened.push(store);
    return store;
  }

  const read = (path: string, where = repo): string => readFileSync(join(where.dir, path), 'utf8');

  /** A branch with one commit that is linked to a task, the link committed on `main`. */
  async function linked(subject = 'Store it', id = 'APP-1', kind: 'link' | 'unlink' = 'link') {
    const hash = repo.branch('work').commit({ message: subject, files: { 'a.txt': lines('x') } });
    const store = await open();
    await store.link(id, hash, kind);
    repo.checkout('main').git('commit', '-q', '-a', '-m', 'Link');
    await store.follow();
    return { hash, store };
  }

  /** Codes of what is found about a task. */
  const findings = (store: StoreOnRepo, id: string): readonly string[] =>
    store.facts.findings.filter(({ subject }) => subject.id === id).map(finding => finding.id);

  /** The branch on a new base, with another message and another date. */
  function rewrite(message: string): string {
    repo.checkout('main').commit({ message: 'Meanwhile', files: { 'b.txt': 'c' } });
    repo.checkout('work').rebase('main');
    repo.git('commit', '-q', '--amend', '--date=2026-02-01T00:00:00Z', '-m', message);
    return repo.head();
  }

  it('are found by the change after a rebase and another message, updated, and lost no more', async () => {
    const { hash, store } = await linked();
    const before = read('plan/tasks/one.md');
    assert.deepEqual(store.byHand('APP-1'), [hash]);
    const moved = rewrite('Store it safely');
    await store.follow();
    assert.deepEqual(store.lost('APP-1'), [[hash.slice(0, 12), moved]]);
    assert.deepEqual(store.byHand('APP-1'), [moved]);
    assert.ok(findings(store, 'APP-1').includes('link-moved'));
    await store.relink('APP-1');
    assert.ok(!findings(store, 'APP-1').includes('link-moved'));
    assert.equal(
      read('plan/tasks/one.md'),
      before.replace(
        `'${hash.slice(0, 12)} 2026-01-05 Store it'`,
        `'${moved.slice(0, 12)} 2026-02-01 Store it safely'`,
      ),
    );
    assert.deepEqual(store.lost('APP-1'), []);
    assert.deepEqual(store.byHand('APP-1'), [moved]);
    assert.deepEqual(store.facts.evidence?.lost, []);
  });

  it('are found for a line of a checklist, which records no more than the hash', async () => {
    const { hash, store } = await linked('Store it', 'APP-2');
    const before = read('plan/milestones/m.md');
    assert.match(before, new RegExp(`APP-2 Two @li commit:${hash.slice(0, 12)}\n`));
    const moved = rewrite('Store it');
    await store.follow();
    assert.deepEqual(store.lost('APP-2'), [[hash.slice(0, 12), moved]]);
    await store.relink('APP-2');
    assert.equal(read('plan/milestones/m.md'), before.replace(hash.slice(0, 12), moved.slice(0, 12)));
    assert.deepEqual(store.lost('APP-2'), []);
  });

  it('are found by author time and subject where a conflict has changed the change', async () => {
    const { hash, store } = await linked('Store it', 'APP-2');
    repo.checkout('main').commit({ message: 'Meanwhile', files: { 'a.txt': lines('y') } });
    repo.checkout('work');
    assert.throws(() => repo.rebase('main'));
    repo.write('a.txt', lines('x and y')).git('add', 'a.txt');
    repo.git('-c', 'core.editor=true', 'rebase', '--continue');
    await store.follow();
    assert.deepEqual(store.lost('APP-2'), [[hash.slice(0, 12), repo.head()]]);
  });

  it('ask git once, and not at all while none is lost', async () => {
    const { store } = await linked();
    store.processes.splice(0);
    await store.follow();
    assert.deepEqual(store.processes, ['for-each-ref']);
    rewrite('Store it safely');
    await store.follow();
    assert.deepEqual(store.processes.splice(0).sort().slice(0, 4), [
      'diff-tree',
      'for-each-ref',
      'for-each-ref',
      'log',
    ]);
    await store.follow();
    repo.commit({ message: 'Elsewhere', files: { 'b.txt': 'd' } });
    await store.follow();
    await store.store.refresh();
    await store.store.whenIdle();
    assert.ok(!store.processes.includes('patch-id'));
    assert.equal(store.processes.filter(name => name === 'log').length, 1);
    // A new commit on the same file may be the one, so it is compared, and it alone.
    store.processes.splice(0);
    repo.commit({ message: 'Same file', files: { 'a.txt': lines('x', 'y') } });
    await store.follow();
    assert.equal(store.processes.filter(name => name === 'patch-id').length, 1);
    assert.equal(store.processes.filter(name => name === 'log').length, 1);
  });

  it('show the facts before they are looked for', async () => {
    const { hash, store } = await linked();
    const moved = rewrite('Store it safely');
    const seen: unknown[] = [];
    store.store.onDidChange(({ plans }) => seen.push(plans[0]?.evidence?.lost[0]?.foundAs));
    await store.follow();
    assert.equal(hash === moved, false);
    assert.deepEqual([seen[0], seen.at(-1)], [undefined, moved]);
  });

  it('are found in a squash merge by a line of its body, and the landed one counts', async () => {
    const { hash, store } = await linked();
    repo.checkout('work').commit({ message: 'Test it', files: { 'a.txt': lines('x', 'y') } });
    repo.checkout('main');
    const squash = repo.squash('work', 'Storing (#7)\n\n* Store it\n\n* Test it');
    repo.git('branch', '-q', '-D', 'work');
    await store.follow();
    assert.deepEqual(store.lost('APP-1'), [[hash.slice(0, 12), squash]]);
    assert.equal(store.facts.evidence?.observed.get('APP-1')?.state, 'landed');
  });

  for (const [title, subject] of [
    ['the same subject and a number', 'Store it (#7)'],
    ['another subject, as long as git has the old commit', 'Persistence (#7)'],
  ] as const) {
    it(`are found in the squash of one commit with ${title}`, async () => {
      const { hash, store } = await linked();
      repo.checkout('main');
      const squash = repo.squash('work', subject);
      repo.git('branch', '-q', '-D', 'work');
      await store.follow();
      assert.deepEqual(store.lost('APP-1'), [[hash.slice(0, 12), squash]]);
    });
  }

  it('are found by date and subject in a fresh clone, and told to be lost where there is no such commit', async () => {
    const { hash } = await linked();
    repo.checkout('main').commit({ message: 'Meanwhile', files: { 'b.txt': 'c' } });
    repo.checkout('work').rebase('main');
    const moved = repo.head();
    const clone = await open(repo.clone('fresh'));
    assert.deepEqual(clone.lost('APP-1'), [[hash.slice(0, 12), moved]]);
    repo.git('commit', '-q', '--amend', '-m', 'Something else');
    const other = await open(repo.clone('other'));
    assert.deepEqual(other.lost('APP-1'), [[hash.slice(0, 12), undefined]]);
    assert.deepEqual(other.byHand('APP-1'), []);
    assert.deepEqual(findings(other, 'APP-1'), ['link-lost']);
  });

  it('are not guessed in a fresh clone with two commits of that date and subject, unless one has landed', async () => {
    const { hash } = await linked();
    repo.git('branch', '-q', '-D', 'work');
    for (const name of ['left', 'right']) {
      repo.checkout('main').branch(name);
      repo.commit({ message: 'Store it', files: { [name]: '1' }, date: new Date('2026-01-05T15:00:00Z') });
    }
    const fresh = repo.checkout('main').clone('fresh');
    ['left', 'right'].forEach(name => fresh.git('branch', name, `origin/${name}`));
    const clone = await open(fresh);
    assert.deepEqual(clone.lost('APP-1'), [[hash.slice(0, 12), undefined]]);
    repo.merge('left');
    const later = await open(repo.clone('later'));
    assert.deepEqual(later.lost('APP-1'), [[hash.slice(0, 12), repo.head('left')]]);
  });

  it('are not called lost in a shallow clone', async () => {
    const { hash } = await linked();
    repo.git('branch', '-q', '-D', 'work');
    const clone = await open(repo.clone('shallow', '--depth=1'));
    assert.equal(clone.task('APP-1').handLinks[0]?.hash, hash.slice(0, 12));
    assert.deepEqual(clone.lost('APP-1'), []);
    assert.equal(clone.facts.evidence?.lost.length, 1);
  });

  it('are found in the working tree of another branch of the same repository', async () => {
    const { hash } = await linked();
    const moved = rewrite('Store it safely');
    repo.checkout('main').branch('other');
    const store = await open(repo.worktree('beside', 'main'));
    assert.deepEqual(store.lost('APP-1'), [[hash.slice(0, 12), moved]]);
  });

  it('hold for unlinks: what was taken away does not come back', async () => {
    const { hash, store } = await linked('APP-1 not really', 'APP-1', 'unlink');
    assert.deepEqual(store.facts.evidence?.byCommit.get(hash), undefined);
    const moved = rewrite('APP-1 still not');
    await store.follow();
    assert.deepEqual(store.facts.evidence?.byCommit.get(moved), undefined);
    assert.deepEqual(store.lost('APP-1'), [[hash.slice(0, 12), moved]]);
    await store.relink('APP-1');
    assert.match(
      read('plan/tasks/one.md'),
      new RegExp(`- '!${moved.slice(0, 12)} 2026-02-01 APP-1 still not'\n`),
    );
    assert.deepEqual(store.facts.evidence?.byCommit.get(moved), undefined);
    assert.deepEqual(store.facts.evidence?.lost, []);
  });

  it('say nothing of an unlink whose commit is gone for good', async () => {
    const { store } = await linked('APP-1 not really', 'APP-1', 'unlink');
    repo.git('branch', '-q', '-D', 'work');
    await store.follow();
    assert.deepEqual(store.lost('APP-1'), []);
  });

  it('can be taken out of the file', async () => {
    const { hash, store } = await linked();
    repo.git('branch', '-q', '-D', 'work');
    await store.follow();
    assert.deepEqual(store.lost('APP-1'), [[hash.slice(0, 12), undefined]]);
    assert.deepEqual(findings(store, 'APP-1'), ['link-off-branch']);
    await store.edit('APP-1', { kind: 'relink', moves: [{ hash: hash.slice(0, 12), not: false }] });
    assert.deepEqual(findings(store, 'APP-1'), []);
    assert.equal(read('plan/tasks/one.md'), ONE.replace('\n---\nText', '\ncommits: []\n---\nText'));
    assert.deepEqual(store.lost('APP-1'), []);
  });
});
