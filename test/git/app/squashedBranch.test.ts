import assert from 'node:assert/strict';
import type { MergeCheck } from '../../../src/app/repositories/squashedBranch';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const PLAN = {
  'plan/project.md': '---\nkey: APP\ntimezone: UTC\n---\n',
  'plan/tasks/one.md': '---\nid: APP-1\ntitle: One\nstatus: To do\n---\n',
};
const BRANCH = 'feature/APP-1-one';

const lines = (...changed: string[]): string =>
  Array.from({ length: 30 }, (_, i) => `${changed[i] ?? `line ${i}`}\n`).join('');

describe('asking whether a branch was merged', () => {
  let repo: GitRepo;
  let store: StoreOnRepo | undefined;

  beforeEach(() => {
    store = undefined;
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: { ...PLAN, 'a.txt': lines(), 'b.txt': 'b' } });
    repo.branch(BRANCH);
    repo.commit({ message: 'Start', files: { 'a.txt': lines('x') } });
    repo.commit({ message: 'Finish', files: { 'a.txt': lines('x', 'y'), 'c.txt': 'c' } });
    repo.checkout('main').commit({ message: 'Meanwhile', files: { 'b.txt': 'bb' } });
  });
  afterEach(() => {
    store?.store.dispose();
    repo.dispose();
  });

  async function ask(branch = BRANCH): Promise<MergeCheck> {
    store ??= await StoreOnRepo.open(repo);
    const outcome = await store.store.checkMerged(store.facts.plan.uid, branch);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value;
  }

  const state = (): string | undefined => store?.facts.evidence?.observed.get('APP-1')?.state;
  const isMerged = (): boolean | undefined => store?.facts.evidence?.branches[0]?.merged;

  it('finds its squash, and keeps it for merged while it ends there', async () => {
    const squash = repo.squash(BRANCH, 'All of it (#3)');
    repo.commit({ message: 'Later', files: { 'a.txt': lines('x', 'y', 'z') } });
    store = await StoreOnRepo.open(repo);
    assert.deepEqual([isMerged(), state()], [false, 'started']);
    assert.deepEqual(await ask(), { merged: true, commits: [squash] });
    assert.deepEqual([isMerged(), state()], [true, 'landed']);
    const link = store.facts.evidence?.byCommit.get(squash)?.[0];
    assert.deepEqual(link?.reason, { code: 'squash', args: [BRANCH] });

    store.processes.splice(0);
    assert.deepEqual(await ask(), { merged: true, commits: [squash] });
    repo.commit('Elsewhere');
    await store.follow();
    assert.equal(isMerged(), true);
    assert.deepEqual([...new Set(store.processes)].sort(), ['for-each-ref', 'log']);

    repo.checkout(BRANCH).commit({ message: 'More', files: { 'c.txt': 'cc' } });
    await store.follow();
    assert.deepEqual([isMerged(), state()], [false, 'started']);
    assert.deepEqual(await ask(), { merged: false, commits: [] });
  });

  it('sees a squash that says its number by itself, also where the remote is behind', async () => {
    repo.git('update-ref', `refs/remotes/origin/${BRANCH}`, BRANCH);
    repo.checkout(BRANCH).commit({ message: 'Tidy the end', files: { 'c.txt': 'cc' } });
    const squash = repo.checkout('main').squash(BRANCH, 'Tidy the end (#3)');
    store = await StoreOnRepo.open(repo);
    assert.deepEqual([isMerged(), state()], [true, 'landed']);
    const link = store.facts.evidence?.byCommit.get(squash)?.[0];
    assert.deepEqual(link?.reason, { code: 'squash', args: [BRANCH] });
    assert.ok(!store.processes.includes('patch-id'));
  });

  it('finds the copies of all of its commits', async () => {
    repo.git('cherry-pick', `main..${BRANCH}`);
    const copies = [repo.head(), repo.head('HEAD~1')];
    assert.deepEqual(await ask(), { merged: true, commits: copies });
    assert.deepEqual([isMerged(), state()], [true, 'landed']);
  });

  it('does not take a part for the whole', async () => {
    repo.git('cherry-pick', `${BRANCH}~1`);
    assert.deepEqual(await ask(), { merged: false, commits: [] });
    assert.deepEqual([isMerged(), state()], [false, 'started']);
  });

  it('finds the squash of a branch that the default branch was merged into', async () => {
    repo.checkout(BRANCH).merge('main');
    const squash = repo.checkout('main').squash(BRANCH, 'All of it');
    assert.deepEqual(await ask(), { merged: true, commits: [squash] });
  });

  it('asks for no patch ids where the branch was merged as it is, or nothing has the same files', async () => {
    assert.deepEqual(await ask(), { merged: false, commits: [] });
    assert.ok(!store?.processes.includes('patch-id'));
    repo.merge(BRANCH);
    await store?.follow();
    assert.deepEqual(await ask(), { merged: true, commits: [] });
    assert.ok(!store?.processes.includes('patch-id'));
  });

  it('says so where there is no such branch', async () => {
    store = await StoreOnRepo.open(repo);
    assert.deepEqual(await store.store.checkMerged(store.facts.plan.uid, 'nowhere'), {
      ok: false,
      problem: { code: 'git-unknown-revision', args: ['nowhere'] },
    });
    assert.equal((await store.store.checkMerged('no plan', BRANCH)).ok, false);
  });
});
