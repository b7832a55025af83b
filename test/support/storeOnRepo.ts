import assert from 'node:assert/strict';
import { createStore } from '../../src/app/createStore';
import { nodeFiles } from '../../src/app/files/nodeFiles';
import { openReader } from '../../src/app/repositories/openReader';
import { openWriter } from '../../src/app/repositories/openWriter';
import type { Store } from '../../src/app/store';
import { lostLinksOf, relinkChanges } from '../../src/core/evidence/hand/lostLinks';
import type { Change } from '../../src/core/plan/change';
import type { Task } from '../../src/core/plan/model';
import type { PlanFacts } from '../../src/core/snapshot';
import type { GitRepo } from './gitRepo';
import { writeWhole } from './writeOne';

/** A store on a real repository, with the gestures that write. Its defects fail the test. */
export class StoreOnRepo {
  /** Subcommands of the git processes, in the order in which they ended. */
  readonly processes: string[] = [];

  private constructor(
    readonly store: Store,
    private readonly repo: GitRepo,
  ) {}

  static async open(repo: GitRepo): Promise<StoreOnRepo> {
    const store = createStore({
      files: nodeFiles,
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        error: (message, error) => assert.fail(`${message} ${error}`),
      },
      now: () => Date.parse('2026-02-20T12:00:00Z') / 1000,
    });
    const opened = new StoreOnRepo(store, repo);
    const log = (line: string): void => void opened.processes.push(/^git (\S+):/.exec(line)?.[1] ?? line);
    await store.open({
      roots: [{ id: repo.dir, name: 'repo', path: repo.dir, plans: [] }],
      git: cwd => openReader({ binary: 'git', cwd, log }),
      gitWriter: place => openWriter({ binary: 'git' }, place),
    });
    await store.whenIdle();
    return opened;
  }

  get facts(): PlanFacts {
    const [first] = this.store.snapshot.plans;
    assert.ok(first);
    return first;
  }

  task(id: string): Task {
    const task = this.facts.plan.tasks.find(one => one.id === id);
    assert.ok(task, id);
    return task;
  }

  /** Tells the store that refs and files may have changed, and waits for what follows. */
  async follow(): Promise<void> {
    this.store.refsChanged(this.repo.dir);
    this.facts.plan.files.forEach(path => this.store.fileChanged(this.repo.dir, path));
    await this.store.whenIdle();
  }

  /** Links (or unlinks) a commit by hand. */
  async link(id: string, hash: string, kind: 'link' | 'unlink' = 'link'): Promise<void> {
    const ref = await this.store.commitRef(this.facts.plan.uid, hash);
    assert.ok(ref.ok);
    await this.edit(id, { kind, commits: [ref.value] });
  }

  /** What is told of the lost links of a task: the beginning of each hash, and of the one it was found as. */
  lost(id: string): readonly (readonly [string, string | undefined])[] {
    const { evidence } = this.facts;
    return lostLinksOf(this.task(id), evidence).map(({ link, foundAs }) => [link.hash, foundAs]);
  }

  /** Hashes of the commits that belong to a task by hand, and why. */
  byHand(id: string): readonly string[] {
    const links = this.facts.evidence?.byTask.get(this.task(id).key) ?? [];
    return links.filter(({ evidence }) => evidence === 'manual').map(({ commit }) => commit);
  }

  /** Brings the links of a task up to date. */
  async relink(id: string): Promise<void> {
    const { plan, evidence } = this.facts;
    const history = this.store.snapshot.repos[0]?.history;
    assert.ok(history);
    const lost = lostLinksOf(this.task(id), evidence);
    for (const change of relinkChanges(lost, history, plan.settings.timezone)) {
      await this.edit(id, change);
    }
  }

  async edit(id: string, change: Change): Promise<void> {
    const { uid } = this.task(id);
    const plan = this.facts.plan.uid;
    const item = { plan, kind: 'task', uid } as const;
    const outcome = await this.store.planEdit(plan, [{ item, changes: [change] }]);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const written = await writeWhole(outcome.edit);
    assert.ok(written.ok, JSON.stringify(written));
    outcome.edit.files.forEach(({ file }) => this.store.fileChanged(outcome.edit.root, file));
    await this.store.whenIdle();
  }
}
