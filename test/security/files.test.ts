import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEFAULT_OPTIONS } from '../../src/shared/milestoneOptions';
import { milestoneRows } from '../../src/present/rows/milestoneRows';
import { openPlan, PLAN } from '../support/faults/openPlan';
import { GitRepo } from '../support/gitRepo';
import { rowLines } from '../support/rowText';

const MEGABYTE = 1024 * 1024;

/** A task that lies outside the workspace. */
const SECRET = '---\nid: APP-9\ntitle: Secret\nstatus: To do\n---\n';

describe('files of a hostile workspace', () => {
  let repo: GitRepo;
  let outside: string;
  beforeEach(() => {
    repo = GitRepo.create();
    Object.entries(PLAN).forEach(([path, text]) => repo.write(path, text));
    outside = join(dirname(repo.dir), 'outside');
    mkdirSync(join(outside, 'tasks'), { recursive: true });
    writeFileSync(join(outside, 'tasks/nine.md'), SECRET);
    writeFileSync(join(outside, 'project.md'), '---\nkey: APP\n---\n');
  });
  afterEach(() => repo.dispose());

  const link = (target: string, path: string): void => symlinkSync(target, join(repo.dir, path));

  /** Lines of the tree, once the plan is opened and after these files have changed. */
  async function linesAfter(...changed: readonly string[]): Promise<readonly string[]> {
    const { store } = await openPlan(repo.dir);
    for (const path of changed) store.fileChanged(repo.dir, path);
    await store.whenIdle();
    const lines = rowLines(milestoneRows(store.snapshot, { ...DEFAULT_OPTIONS, showDone: true }), 6);
    store.dispose();
    return lines.map(line => line.trim());
  }

  function assertShown(lines: readonly string[], ...wanted: readonly string[]): void {
    for (const start of wanted)
      assert.ok(
        lines.some(line => line.startsWith(start)),
        `${start}\n${lines.join('\n')}`,
      );
  }

  describe('links', () => {
    const OUTSIDE = 'This file could not be read: it links to a place outside the workspace';

    const LINKED = 'This file could not be read: it is a link to a folder, which Milepost does not follow';

    const LEADING_OUT: Readonly<Record<string, { make(): void; changed: string; told?: string }>> = {
      'a file': {
        make: () => link(join(outside, 'tasks/nine.md'), 'plan/tasks/nine.md'),
        changed: 'plan/tasks/nine.md',
        told: OUTSIDE,
      },
      'a file, by way of another link': {
        make: () => {
          link(join(outside, 'tasks/nine.md'), 'elsewhere.md');
          link('../../elsewhere.md', 'plan/tasks/nine.md');
        },
        changed: 'plan/tasks/nine.md',
        told: OUTSIDE,
      },
      'a folder in the plan': {
        make: () => link(join(outside, 'tasks'), 'plan/tasks/more'),
        changed: 'plan/tasks/more/nine.md',
        told: `${LINKED} | more`,
      },
      'a folder in the plan, with a link to above it in between': {
        make: () => link('../../..', 'plan/tasks/up'),
        changed: 'plan/tasks/up/outside/tasks/nine.md',
        told: `${LINKED} | up`,
      },
    };
    for (const [what, { make, changed, told }] of Object.entries(LEADING_OUT)) {
      it(`out of the workspace are not followed, neither when it is opened nor at a change: ${what}`, async () => {
        make();
        for (const lines of [await linesAfter(), await linesAfter(changed)]) {
          assertShown(lines, 'Third', ...(told ? [told] : []));
          assert.ok(!lines.some(line => line.includes('Secret')), lines.join('\n'));
        }
      });
    }

    it('out of the workspace are not followed: the plan folder itself', async () => {
      rmSync(join(repo.dir, 'plan'), { recursive: true });
      link(outside, 'plan');
      for (const lines of [
        await linesAfter(),
        await linesAfter('plan/tasks/nine.md'),
        await linesAfter('plan'),
      ]) {
        assert.ok(!lines.some(line => line.includes('Secret')), lines.join('\n'));
      }
    });

    it('within the workspace are: a plan folder that is one', async () => {
      renameSync(join(repo.dir, 'plan'), join(repo.dir, 'documents'));
      link('documents', 'plan');
      assertShown(await linesAfter(), 'Third', 'First');
    });

    it('to folders are told only where the plan could have files', async () => {
      link('../..', 'plan/.pictures');
      assert.ok(!(await linesAfter()).some(line => line.startsWith(LINKED)));
    });

    it('that go round and round end', async () => {
      link('.', 'plan/tasks/self');
      link('../..', 'plan/tasks/round');
      link('loop.md', 'plan/tasks/loop.md');
      link('gone.md', 'plan/tasks/dangling.md');
      const lines = await linesAfter('plan/tasks/self/self/three.md', 'plan/tasks/round/plan/tasks/three.md');
      assertShown(lines, 'Third', 'This file could not be read: it links to a missing file');
      assert.equal(lines.filter(line => line.startsWith('Third')).length, 1, lines.join('\n'));
    });
  });

  it('of 100 MB are not read: the rest is there, and it is said which is too large', async () => {
    for (const path of ['plan/tasks/large.md', 'plan/milestones/large.md']) {
      repo.write(path, '---\nid: APP-9\n---\n');
      truncateSync(join(repo.dir, path), 100 * MEGABYTE);
    }
    const before = process.memoryUsage.rss();
    const lines = await linesAfter('plan/tasks/large.md');
    const sentence = 'This file could not be read: it is too large for a plan file';
    assertShown(lines, 'Third', `${sentence} | large.md`);
    assert.equal(lines.filter(line => line.startsWith(sentence)).length, 2, lines.join('\n'));
    assert.ok(process.memoryUsage.rss() - before < 80 * MEGABYTE);
  });

  it('that are 10,000 are read, and shown in pages', async () => {
    for (let number = 100; number < 10_100; number++) {
      writeFileSync(join(repo.dir, `plan/tasks/${number}.md`), `---\nid: APP-${number}\n---\n`);
    }
    const { store } = await openPlan(repo.dir);
    assert.equal(store.snapshot.plans[0]?.plan.tasks.length, 10_004);
    const rows = milestoneRows(store.snapshot, DEFAULT_OPTIONS);
    const widest = Math.max(rows.length, ...rows.map(row => row.children().length));
    assert.ok(widest < 300, `${widest} rows beside each other`);
    store.dispose();
  });
});
