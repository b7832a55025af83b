import assert from 'node:assert/strict';
import type { Corpus } from '../support/corpus';
import { openCorpus } from '../support/corpus';
import { runCli } from '../support/runCli';

interface JsonLink {
  readonly task: string;
  readonly commit: string;
  readonly evidence: string;
  readonly others: readonly string[];
}

/** What its README says of the real repository, counted there by other means. */
describe('milepost on the real Backlog.md repository', () => {
  let corpus: Corpus | undefined;

  before(function () {
    corpus = openCorpus();
    if (!corpus) {
      this.skip();
    }
  });
  after(() => corpus?.dispose());

  async function json(...args: string[]) {
    const { code, out, err } = await runCli(corpus?.dir ?? '', ...args, '--json');
    assert.equal(code, 0, err);
    return JSON.parse(out);
  }

  it('reads every task, milestone, status and duplicate', async () => {
    const { plans } = await json('status');
    assert.equal(plans.length, 1);
    const [{ tasks, milestones, problems }] = plans;
    assert.equal(tasks.length, 658);
    const ids = tasks.map(({ id }: { id: string }) => id.toUpperCase());
    assert.equal(new Set(ids).size, 648);
    assert.equal(ids.filter((id: string, index: number) => ids.indexOf(id) !== index).length, 10);
    const counts: Record<string, number> = {};
    for (const { status } of tasks) {
      counts[status] = (counts[status] ?? 0) + 1;
    }
    assert.deepEqual(counts, { Done: 577, 'To Do': 72, "Won't Do": 6, 'In Progress': 3 });
    assert.equal(milestones.length, 3);
    assert.deepEqual([...new Set(problems.map(({ code }: { code: string }) => code))], ['duplicate-id']);
  });

  it('finds the commits whose subject or trailer names a task', async () => {
    const { commits, links }: { commits: number; links: JsonLink[] } = await json('links');
    assert.equal(commits, 1266);
    const by = (kind: string): JsonLink[] =>
      links.filter(({ evidence, others }) => evidence === kind || others.includes(kind));
    const subjects = by('subject');
    assert.equal(subjects.length, 901);
    assert.equal(new Set(subjects.map(({ commit }) => commit)).size, 879);
    assert.equal(new Set(subjects.map(({ task }) => task)).size, 532);
    // Git's own trailer parser finds eight; the ninth stands in the middle of a squashed message.
    assert.equal(by('trailer').length, 9);
  });

  it('checks without errors, and fails when asked to be strict about the duplicates', async () => {
    const lax = await runCli(corpus?.dir ?? '', 'check');
    assert.equal(lax.code, 0, lax.err);
    assert.match(lax.out, /^backlog\/[^\n]+:2:5 warning duplicate-id /m);
    assert.equal((await runCli(corpus?.dir ?? '', 'check', '--strict')).code, 1);
  });
});
