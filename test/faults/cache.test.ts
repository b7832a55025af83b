import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CacheFolder } from '../../src/app/cache/cacheFolder';
import { CachedPlan, contents } from '../support/faults/cachedPlan';
import { openPlan } from '../support/faults/openPlan';

const TASK = 'plan/tasks/three.md';

describe('a cache', () => {
  let plan: CachedPlan;
  beforeEach(async () => {
    plan = new CachedPlan();
    await plan.visit();
  });
  afterEach(() => plan.dispose());

  /** Every tenth byte of every file, damaged in some way, as the file's reader sees it. */
  async function readDamaged(damage: (bytes: Buffer, at: number) => Buffer): Promise<void> {
    for (const file of plan.files()) {
      const folder = new CacheFolder(plan.cache, basename(dirname(file)));
      const whole = readFileSync(file);
      assert.notEqual(await folder.read(basename(file)), undefined);
      for (let at = 0; at < whole.length; at += 10) {
        writeFileSync(file, damage(whole, at));
        assert.equal(await folder.read(basename(file)), undefined, `${file} at ${at}`);
      }
      writeFileSync(file, whole);
    }
  }

  /** Some bytes of every file, and what is made of it. */
  async function openDamaged(damage: (bytes: Buffer, at: number) => Buffer): Promise<void> {
    for (const file of plan.files()) {
      const whole = readFileSync(file);
      for (const part of [0, 0.5, 0.99]) {
        writeFileSync(file, damage(whole, Math.floor(whole.length * part)));
        await plan.check();
      }
    }
  }

  const cut = (bytes: Buffer, at: number): Buffer => bytes.subarray(0, at);
  const flip = (bytes: Buffer, at: number): Buffer => {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    return flipped;
  };

  it('that is cut off anywhere is not taken', () => readDamaged(cut));
  it('with a flipped bit anywhere is not taken', () => readDamaged(flip));

  it('that is cut off changes nothing that is seen', () => openDamaged(cut));
  it('with a flipped bit changes nothing that is seen', () => openDamaged(flip));

  it('that lacks a file changes nothing that is seen', async () => {
    for (const file of plan.files()) {
      rmSync(file);
      await plan.check();
    }
  });

  it('is built again where it was wrong', async () => {
    plan.files().forEach(file => writeFileSync(file, 'nothing'));
    await plan.visit();
    const processes: string[] = [];
    await plan.check({ processes });
    assert.deepEqual(processes, ['rev-parse', 'for-each-ref']);
  });

  it('of another version is not taken', async () => {
    const file = plan.files().find(name => basename(name) === 'history') ?? '';
    const header = readFileSync(file, 'utf8').split('\n')[0] ?? '';
    const other = { ...plan, cache: { ...plan.cache, version: 'other' } };
    assert.match(header, / test /);
    assert.equal(await new CacheFolder(other.cache, basename(dirname(file))).read('history'), undefined);
    await plan.check({ cache: other.cache });
  });

  it('of another repository changes nothing that is seen', async () => {
    const other = new CachedPlan();
    try {
      other.repo.commit({ message: 'APP-1 Elsewhere', files: { 'src/d.ts': '1', [TASK]: 'else' } });
      other.age();
      await other.visit();
      const isGit = (name: string): boolean => name.startsWith('git-');
      const [ours, theirs] = [plan, other].map(({ cache }) => readdirSync(cache.folder).find(isGit) ?? '');
      const from = join(other.cache.folder, theirs ?? '');
      cpSync(from, join(plan.cache.folder, ours ?? ''), { recursive: true });
      cpSync(join(other.cache.folder, 'files'), join(plan.cache.folder, 'files'), { recursive: true });
      await plan.check();
    } finally {
      other.dispose();
    }
  });

  it('that cannot be written is done without', async () => {
    rmSync(plan.cache.folder, { recursive: true });
    writeFileSync(plan.cache.folder, '');
    const { store, log } = await openPlan(plan.repo.dir, { cache: plan.cache });
    await store.save();
    assert.match(log.join(), /^The cache could not be written: /);
    assert.equal(store.snapshot.phase, 'ready');
    store.dispose();
  });

  const changes: Readonly<Record<string, () => void>> = {
    nothing: () => undefined,
    'a commit': () => void plan.repo.commit({ message: 'APP-4 More', files: { 'src/b.ts': '2' } }),
    'a commit older than those that are known': () => {
      plan.repo.branch('feature/APP-3', 'HEAD~2');
      const date = new Date('2026-01-05T13:30:00Z');
      plan.repo.commit({ message: 'APP-3 Between', date, files: { 'src/e.ts': '1' } });
      plan.repo.checkout('main');
    },
    'a history that was written anew': () => {
      plan.repo.git('reset', '-q', '--hard', 'HEAD~1');
      plan.repo.commit({ message: 'APP-1 Instead', files: { 'src/a.ts': '3' } });
    },
    'commits collected as garbage': () => {
      plan.repo.git('reset', '-q', '--hard', 'HEAD~2');
      plan.repo.git('branch', '-D', 'feature/APP-1', 'feature/APP-4');
      plan.repo.git('reflog', 'expire', '--expire=now', '--all');
      plan.repo.git('gc', '-q', '--prune=now');
      plan.repo.commit({ message: 'APP-4 After', files: { 'src/b.ts': '3' } });
    },
    'another root': () => {
      plan.repo.git('checkout', '-q', '--orphan', 'other');
      plan.repo.commit('Root');
    },
    'a branch that is gone': () => void plan.repo.git('branch', '-D', 'feature/APP-1'),
    'another name of an author': () =>
      void plan.repo.write('.mailmap', 'Ana Real <ana@work.example> <ana@example.org>\n'),
    'a commit replaced by another': () => void plan.repo.git('replace', 'HEAD~1', 'HEAD~2'),
    'another setting of git': () => void plan.repo.git('config', 'diff.orderFile', '/dev/null'),
    'a file that holds as many bytes': () => {
      const text = readFileSync(join(plan.repo.dir, TASK), 'utf8');
      plan.repo.write(TASK, text.replace('Third', 'Other'));
      plan.age();
    },
    'a file that holds as many bytes and was written just now': () => {
      const text = readFileSync(join(plan.repo.dir, TASK), 'utf8');
      plan.repo.write(TASK, text.replace('Third', 'Other'));
    },
    'a file that is gone': () => rmSync(join(plan.repo.dir, TASK)),
    'a file that came': () =>
      void plan.repo.write('plan/tasks/five.md', '---\nid: APP-5\ntitle: Fifth\n---\n'),
    'a file that changed places with another': () => {
      const other = 'plan/tasks/four.md';
      const [one, two] = [TASK, other].map(path => readFileSync(join(plan.repo.dir, path), 'utf8'));
      plan.repo.write(TASK, two ?? '').write(other, one ?? '');
      plan.age();
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`gives what reading gives after ${name}, twice`, async () => {
      change();
      await plan.check();
      await plan.check();
    });
  }

  it('gives what reading gives after a shallow clone was deepened, and cut again', async () => {
    const clone = plan.repo.clone('shallow', '--depth=2');
    const shallow = Object.assign(Object.create(plan) as CachedPlan, { repo: clone });
    shallow.age();
    await shallow.visit();
    for (const depth of ['--deepen=2', '--unshallow', '--depth=1']) {
      clone.git('fetch', '-q', depth);
      await shallow.check();
    }
  });

  it('gives what reading gives when two windows write at once', async () => {
    const one = await openPlan(plan.repo.dir, { cache: plan.cache });
    plan.repo.commit({ message: 'APP-4 More', files: { 'src/b.ts': '2', [TASK]: '---\nid: APP-3\n---\n' } });
    plan.age();
    const other = await openPlan(plan.repo.dir, { cache: plan.cache });
    await Promise.all([one.store, other.store, one.store].map(store => store.save()));
    await plan.check();
    one.store.dispose();
    other.store.dispose();
  });

  it('gives what reading gives when another window has removed what it wrote', async () => {
    const { store } = await openPlan(plan.repo.dir, { cache: plan.cache });
    plan.files().forEach(file => rmSync(file));
    plan.repo.commit({ message: 'APP-4 More', files: { 'src/b.ts': '2' } });
    store.refsChanged(store.snapshot.repos[0]?.top ?? '');
    await store.whenIdle();
    await store.save();
    store.dispose();
    await plan.check();
  });

  it('is pruned of what nothing names any more, once it is old', async () => {
    const stray = join(dirname(plan.files()[0] ?? ''), 'stray');
    mkdirSync(dirname(stray), { recursive: true });
    writeFileSync(stray, '');
    plan.repo.write(TASK, '---\nid: APP-3\n---\n').commit('APP-3 Again');
    plan.age();
    await plan.visit();
    assert.ok(plan.files().includes(stray));
    utimesSync(stray, 0, 0);
    plan.repo.write(TASK, '---\nid: APP-3\ntitle: x\n---\n').commit('APP-3 Once more');
    plan.age();
    await plan.visit();
    assert.ok(!plan.files().includes(stray));
  });

  it('of a running session follows what is done meanwhile', async () => {
    const { store } = await openPlan(plan.repo.dir, { cache: plan.cache });
    const text = readFileSync(join(plan.repo.dir, TASK), 'utf8');
    plan.repo.write(TASK, text.replace('Third', 'Other'));
    plan.age();
    store.fileChanged(plan.repo.dir, TASK);
    const changed = await store.whenIdle();
    const { store: afresh } = await openPlan(plan.repo.dir);
    assert.deepEqual(contents({ ...changed, phase: 'ready' }), contents(await afresh.whenIdle()));
    store.dispose();
    afresh.dispose();
  });
});
