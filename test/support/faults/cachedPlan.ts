import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CachePlace } from '../../../src/app/cache/cacheFolder';
import type { Snapshot } from '../../../src/core/snapshot';
import { GitRepo } from '../gitRepo';
import { openPlan, PLAN, type OpenOptions } from './openPlan';

/** Long enough ago for a file to be taken as it was. */
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

/** A repository with a plan, and a cache of what was read of it. */
export class CachedPlan {
  readonly repo: GitRepo;
  readonly cache: CachePlace;

  constructor() {
    this.repo = GitRepo.create();
    this.repo.commit({ message: 'Plan', files: PLAN });
    this.repo.commit({ message: 'APP-3 Begin', files: { 'src/a.ts': '1', 'README.md': 'one\n' } });
    this.repo.branch('feature/APP-4').commit({ message: 'Try', files: { 'src/b.ts': '1' } });
    this.repo.checkout('main').commit({ message: 'Tick', files: { 'plan/milestones/one.md': ticked() } });
    this.repo.merge('feature/APP-4');
    this.repo.branch('feature/APP-1').commit({ message: 'Later', files: { 'src/c.ts': '1' } });
    this.repo.checkout('main').commit({ message: 'Closes APP-2', files: { 'src/a.ts': '2' } });
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-cache-')));
    this.cache = { folder, version: 'test' };
    this.age();
  }

  dispose(): void {
    this.repo.dispose();
    rmSync(this.cache.folder, { recursive: true, force: true });
  }

  /** Lets all plan files be of long ago. */
  age(): void {
    for (const file of filesBelow(join(this.repo.dir, 'plan'))) {
      utimesSync(file, LONG_AGO, LONG_AGO);
    }
  }

  /** Opens the plan with the cache, writes the cache, and closes it. */
  async visit(options: OpenOptions = {}): Promise<Snapshot> {
    const { store, log } = await openPlan(this.repo.dir, { cache: this.cache, ...options });
    const snapshot = await store.whenIdle();
    await store.save();
    store.dispose();
    assert.deepEqual(log, []);
    return snapshot;
  }

  /** Holds what is read with the cache against what is read without it. */
  async check(options: OpenOptions = {}): Promise<void> {
    const cached = await this.visit(options);
    const { store } = await openPlan(this.repo.dir);
    const plain = await store.whenIdle();
    store.dispose();
    assert.equal(cached.phase, 'ready');
    assert.deepEqual(contents(cached), contents(plain));
  }

  /** The files of the cache. */
  files(): readonly string[] {
    return filesBelow(this.cache.folder);
  }
}

/** All of a snapshot but its number; maps as lists, since their order counts. */
export function contents(snapshot: Snapshot): unknown {
  return plain({ ...snapshot, version: 0 });
}

function plain(value: unknown): unknown {
  // Maps and sets, and what stands for one.
  if (value !== null && typeof value === 'object' && Symbol.iterator in value) {
    return [...(value as Iterable<unknown>)].map(plain);
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
    : value;
}

function ticked(): string {
  return (PLAN['plan/milestones/one.md'] ?? '').replace('[ ] APP-1', '[x] APP-1');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file).isFile())
    .sort();
}
