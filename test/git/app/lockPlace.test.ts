import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '../../../src/app/writing/fileLock';
import { lockPlace } from '../../../src/app/writing/lockPlace';
import { asOther, giveToOther } from '../../support/faults/asOther';
import { GitRepo } from '../../support/gitRepo';
import { OwnCache } from '../../support/ownCache';

describe('lockPlace', () => {
  const cache = new OwnCache();
  let repo: GitRepo;
  before(() => cache.use());
  after(() => cache.dispose());
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: { 'plan/project.md': '---\nkey: APP\n---\n' } });
  });
  afterEach(() => repo.dispose());

  const placeOf = (...path: string[]): Promise<string> => lockPlace(realpathSync(join(...path)));
  const isOwn = (place: string): boolean => place.startsWith(join(realpathSync(cache.home), ''));

  it('is in the git directory, the same for every way to the plan and for a copy of the tree elsewhere', async () => {
    const place = await placeOf(repo.dir, 'plan');
    assert.equal(dirname(place), join(realpathSync(repo.dir), '.git/milepost'));
    const link = join(dirname(repo.dir), 'link');
    symlinkSync(repo.dir, link);
    assert.equal(await placeOf(link, 'plan'), place);
    assert.notEqual(await placeOf(repo.dir), place);
    const copy = join(dirname(repo.dir), 'copy');
    cpSync(repo.dir, copy, { recursive: true });
    assert.equal(
      (await placeOf(copy, 'plan')).slice(copy.length),
      place.slice(realpathSync(repo.dir).length),
    );
    assert.equal(repo.git('status', '--porcelain'), '');
  });

  it('is in the directory of a linked working tree, and in that of a submodule', async () => {
    repo.git('branch', 'other');
    const tree = repo.worktree('tree', 'other');
    assert.equal(
      dirname(await placeOf(tree.dir, 'plan')),
      join(tree.git('rev-parse', '--absolute-git-dir'), 'milepost'),
    );
    const outer = GitRepo.create();
    try {
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.dir, 'inner');
      const inner = await placeOf(outer.dir, 'inner/plan');
      assert.equal(dirname(inner), join(realpathSync(outer.dir), '.git/modules/inner/milepost'));
    } finally {
      outer.dispose();
    }
  });

  it("is in the user's cache folder where there is no git directory, one for each plan", async () => {
    rmSync(join(repo.dir, '.git'), { recursive: true });
    const place = await placeOf(repo.dir, 'plan');
    assert.ok(isOwn(place), place);
    assert.equal(statSync(dirname(place)).mode & 0o777, 0o700);
    renameSync(join(repo.dir, 'plan'), join(repo.dir, 'moved'));
    assert.notEqual(await placeOf(repo.dir, 'moved'), place);
  });

  it('is there, too, where the git directory may not be written', async () => {
    giveToOther(repo.dir);
    giveToOther(cache.home);
    chmodSync(join(repo.dir, '.git'), 0o555);
    assert.ok(isOwn(await asOther(() => placeOf(repo.dir, 'plan'))));
    chmodSync(join(repo.dir, '.git'), 0o755);
    assert.ok(!isOwn(await asOther(() => placeOf(repo.dir, 'plan'))));
  });

  it('lets everybody take it who may write the git directory', async () => {
    chmodSync(join(repo.dir, '.git'), 0o2775);
    const place = await placeOf(repo.dir, 'plan');
    assert.equal(statSync(dirname(place)).mode & 0o7777, 0o2775);
    const lock = await takeLock(place);
    assert.ok('renew' in lock);
    await lock.release();
    assert.equal(statSync(place).mode & 0o7777, 0o2775);
  });

  it('stays that of the user whose tree it is when root was first, as in a container', async function () {
    if (process.getuid?.() !== 0) {
      console.log('      skipped: this user is not root');
      return this.skip();
    }
    giveToOther(repo.dir);
    const place = await placeOf(repo.dir, 'plan');
    const lock = await takeLock(place);
    assert.ok('renew' in lock);
    await lock.release();
    await asOther(async () => {
      assert.equal(await placeOf(repo.dir, 'plan'), place);
      const own = await takeLock(place);
      assert.ok('renew' in own);
      await own.release();
    });
  });

  it('believes no .git file that names a folder which knows nothing of it', async () => {
    const victim = GitRepo.create();
    try {
      const hostile = join(repo.dir, 'hostile');
      mkdirSync(join(hostile, 'plan'), { recursive: true });
      const own = dirname(await placeOf(repo.dir, 'plan'));
      for (const pointer of [join(victim.dir, '.git'), '\0', 'x'.repeat(9_000), '.', '']) {
        writeFileSync(join(hostile, '.git'), `gitdir: ${pointer}\n`);
        assert.equal(dirname(await placeOf(hostile, 'plan')), own, pointer.slice(0, 20));
      }
      rmSync(join(hostile, '.git'));
      symlinkSync(join(victim.dir, '.git'), join(hostile, '.git'));
      assert.equal(dirname(await placeOf(hostile, 'plan')), own);
    } finally {
      victim.dispose();
    }
  });

  it('follows no link in a git directory', async () => {
    const elsewhere = join(dirname(repo.dir), 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(repo.dir, '.git/milepost'));
    await assert.rejects(placeOf(repo.dir, 'plan'), { code: 'in-the-way' });
  });
});
