import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStore } from '../../../src/app/createStore';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { openReader } from '../../../src/app/repositories/openReader';
import type { Store } from '../../../src/app/store';
import type { PlanFacts, Repo } from '../../../src/core/snapshot';
import { Random } from '../../bench/scale/random';
import { GitRepo } from '../../support/gitRepo';
import { plainEvidence } from '../../support/plainEvidence';

const STATUS = ['To do', 'In progress', 'Done'];
const STEPS = 36;

/** A store that has read everything at once knows no more than one that has followed every step. */
describe('a store that follows edits and commits', () => {
  let repo: GitRepo;
  const stores: Store[] = [];

  beforeEach(() => {
    repo = GitRepo.create();
    const files: Record<string, string> = {
      'plan/project.md': '---\nkey: APP\n---\n',
      'plan/milestones/m.md': '---\nid: m\n---\n## Tasks\n- [ ] APP-1 One\n- [ ] APP-2\n',
    };
    for (let number = 2; number < 8; number++)
      files[`plan/tasks/${number}.md`] = taskText(number, 'To do', '');
    repo.commit({ message: 'Plan', files });
  });

  afterEach(() => {
    stores.splice(0).forEach(store => store.dispose());
    repo.dispose();
  });

  async function opened(id = repo.dir): Promise<Store> {
    const store = createStore({
      files: nodeFiles,
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: message => assert.fail(message),
        error: (_, error) => assert.fail(String(error)),
      },
      now: () => Date.parse('2026-02-20T12:00:00Z') / 1000,
    });
    stores.push(store);
    const root = { id, name: 'repo', path: repo.dir, plans: [] };
    await store.open({ roots: [root], git: cwd => openReader({ binary: 'git', cwd }) });
    return store;
  }

  for (const seed of [1, 2]) {
    it(`knows what a fresh one knows, sequence ${seed}`, async () => {
      const random = new Random(seed);
      const store = await opened();
      for (let step = 0; step < STEPS; step++) {
        const told = change(random);
        if (told === undefined) store.refsChanged(repo.dir);
        else store.fileChanged(repo.dir, told);
        await store.whenIdle();
        if (step % 6 === 5) {
          store.refsChanged(repo.dir);
          const followed = await store.whenIdle();
          // Under another name, since plans that were put together before are remembered by their root.
          const fresh = (await opened(`${repo.dir}/${'./'.repeat(step)}`)).snapshot;
          const renamed = fresh.plans.map(facts => {
            const { root, uid } = followed.plans[0]?.plan ?? facts.plan;
            return { ...facts, plan: { ...facts.plan, root, uid } };
          });
          assert.deepEqual(plain(followed.plans), plain(renamed), `after step ${step}`);
          assert.deepEqual(plainRepos(followed.repos), plainRepos(fresh.repos), `after step ${step}`);
        }
      }
    });
  }

  /** Does one thing. Gives the file that it has changed, or undefined for a change of git. */
  function change(random: Random): string | undefined {
    const number = 1 + random.below(7);
    switch (random.below(7)) {
      case 0:
      case 1: {
        const path = `plan/tasks/${2 + random.below(6)}.md`;
        const parent = random.chance(20) ? `parent: APP-${number}\n` : '';
        repo.write(path, taskText(Number(/\d+/.exec(path)?.[0]), random.pick(STATUS), parent));
        return path;
      }
      case 2: {
        const path = 'plan/milestones/m.md';
        const text = readFileSync(join(repo.dir, path), 'utf8');
        repo.write(path, text.replace(/\[.\] APP-1/, `[${random.pick([' ', '/', 'x'])}] APP-1`));
        return path;
      }
      case 3:
        repo.commit({
          message: `APP-${number} work`,
          files: { [`src/${random.below(5)}.ts`]: `${random.below(1e6)}` },
        });
        return undefined;
      case 4: {
        const tasks = readdirSync(join(repo.dir, 'plan/tasks')).sort();
        repo.git('add', '-A', '--', `plan/tasks/${random.pick(tasks)}`);
        repo.commit(`Save\n\nCloses APP-${number}`);
        return undefined;
      }
      case 5: {
        const branches = repo.git('branch', '--format=%(refname:short)').split('\n');
        if (branches.length > 3) repo.git('checkout', '-q', '-f', random.pick(branches));
        else repo.branch(`feature/APP-${number}-${random.below(1e6)}`);
        // A checkout changes files, too.
        return 'plan';
      }
      default: {
        // By hand, so that every commit is later than those before and the order of the log is one only.
        const last = repo.git('log', '-1', '--format=%s');
        const revert = `Revert "${last}"\n\nThis reverts commit ${repo.head()}.`;
        repo.commit({
          message: last.startsWith('APP-') ? revert : 'Tidy up',
          files: { 'README.md': `${random.below(1e6)}` },
        });
        return undefined;
      }
    }
  }
});

/** With the commits in a plain map, since a history that has followed changes holds layers. */
function plainRepos(repos: readonly Repo[]): readonly Repo[] {
  return repos.map(({ history, ...repo }) => ({
    ...repo,
    ...(history && { history: { ...history, commits: new Map(history.commits) } }),
  }));
}

function plain(plans: readonly PlanFacts[]): readonly PlanFacts[] {
  return plans.map(({ evidence, progress, ...facts }) => ({
    ...facts,
    evidence: evidence && plainEvidence(evidence),
    progress: { ...progress, tasks: new Map(progress.tasks) },
  }));
}

function taskText(number: number, status: string, more: string): string {
  return `---\nid: APP-${number}\ntitle: Task ${number}\nstatus: ${status}\nmilestone: m\nestimate: ${number}d\n${more}---\n- [ ] done\n`;
}
