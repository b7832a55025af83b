import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPORTS } from '../../src/present/exports/exports';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const MONDAY = Date.UTC(2026, 2, 2, 12);
const DAY = 86_400_000;

const HEAD = '|  | Risk | Score | Status | Band | Owner | Response | Review | Milestone |';
const RISK = '| R-1 | The vendor is late | 6 (2 × 3) | open | Moderate | @ana | – | – |  |';

describe('milepost export', () => {
  let repo: GitRepo;

  /** Ten weeks in each of which two tasks are done, and a register that has changed once. */
  before(() => {
    repo = GitRepo.create();
    const beta = (done: number): string =>
      Array.from(
        { length: 24 },
        (_, i) => `- [${i < done ? 'x' : ' '}] APP-${i + 1} Step @ana est:3d\n`,
      ).join('');
    const milestone = (done: number) => `---\ntitle: Beta\ndue: 2026-07-01\n---\n\n## Tasks\n\n${beta(done)}`;
    const risk = (impact: number) =>
      `---\nid: R-1\ntitle: The vendor is late\nprobability: 2\nimpact: ${impact}\nowner: '@ana'\n---\n`;
    const files = {
      'plan/project.md': '---\nkey: APP\ntimezone: UTC\n---\n',
      'plan/milestones/beta.md': milestone(0),
      'plan/risks/r-1.md': risk(2),
    };
    repo.commit({ message: 'Plan', files, date: new Date(MONDAY) });
    for (let week = 0; week < 10; week++) {
      const date = new Date(MONDAY + (week * 7 + 1) * DAY);
      const changed = { 'plan/milestones/beta.md': milestone(2 * week + 2), 'plan/risks/r-1.md': risk(3) };
      repo.commit({ message: 'Two more', files: changed, date });
    }
  });
  after(() => repo.dispose());

  const milepost = (...args: string[]) => runCli(repo.dir, 'export', ...args, '--today', '2026-05-11');

  it('prints each export', async () => {
    for (const { name } of EXPORTS) {
      const { code, out, err } = await milepost(name, '--as', 'csv');
      assert.deepEqual([code, err], [0, ''], name);
      const [head = '', ...rows] = out.trimEnd().split('\n');
      assert.match(head, /^[a-z0-9_,]+$/, name);
      assert.ok(rows.length > 0, name);
    }
  });

  it('is a table in Markdown on standard output, unless something else is asked for', async () => {
    const { out } = await milepost('risks');
    const [head, , row] = out.split('\n');
    assert.deepEqual([head, row], [HEAD, RISK]);
    assert.equal((await milepost('risks', '--as', 'markdown', '--out', '-')).out, out);
  });

  it('writes a file, new or in place of what it held', async () => {
    const { out } = await milepost('risks');
    const file = join(repo.dir, 'risks.md');
    for (const before of [undefined, 'something longer than the table of risks is\n'.repeat(20)]) {
      if (before !== undefined) writeFileSync(file, before);
      assert.deepEqual(await milepost('risks', '--out', 'risks.md'), { code: 0, out: '', err: '' });
      assert.equal(readFileSync(file, 'utf8'), out);
    }
  });

  it('refuses what is no regular file, without a trace', async () => {
    mkdirSync(join(repo.dir, 'folder'));
    execFileSync('mkfifo', [join(repo.dir, 'pipe')]);
    writeFileSync(join(repo.dir, 'own'), 'kept');
    symlinkSync('own', join(repo.dir, 'link'));
    symlinkSync('made', join(repo.dir, 'dangling'));
    for (const name of ['folder', 'pipe', 'link', 'dangling', '/dev/null']) {
      const { code, out, err } = await milepost('risks', '--out', name);
      assert.deepEqual([code, out], [2, '']);
      assert.equal(err, `milepost: ${name} could not be written: it is not a regular file\n`);
    }
    assert.equal(readFileSync(join(repo.dir, 'own'), 'utf8'), 'kept');
    assert.ok(!existsSync(join(repo.dir, 'made')));
    const none = await milepost('risks', '--out', 'none/x.md');
    assert.deepEqual([none.code, none.err], [2, `milepost: There is no folder ${join(repo.dir, 'none')}.\n`]);
  });

  it('says in one sentence what it cannot export', async () => {
    const names = EXPORTS.map(({ name }) => name).join(' ');
    for (const [args, said] of [
      [['wizards'], `There is no export "wizards". Exports: ${names}`],
      [['risks', '--as', 'pdf'], '"pdf" is not a valid --as. Expected: markdown csv.'],
      [[], `Missing: WHAT. Exports: ${names}`],
      [['risks', '--json'], 'export does not take --json.'],
    ] as const) {
      const { code, out, err } = await milepost(...args);
      assert.deepEqual([code, out, err], [2, '', `milepost: ${said}\n`]);
    }
  });

  it('says that a plan has nothing of it, and names several plans above their tables', async () => {
    const other = GitRepo.create();
    try {
      const task = (id: string) => ({
        [`${id}/plan/project.md`]: `---\nname: Plan ${id}\nkey: ${id}\n---\n`,
      });
      const risk = '---\nid: R-1\ntitle: Late\n---\n';
      const settings = JSON.stringify({ 'milepost.plans': [{ folder: 'A/plan' }, { folder: 'B/plan' }] });
      const files = { ...task('A'), ...task('B'), '.vscode/settings.json': settings };
      other.commit({ message: 'One', files });
      const nothing = await runCli(other.dir, 'export', 'risks');
      assert.deepEqual(
        [nothing.code, nothing.out, nothing.err],
        [2, '', 'milepost: There is no data for the export "risks" yet.\n'],
      );
      other.commit({ message: 'Two', files: { 'A/plan/risks/r-1.md': risk, 'B/plan/risks/r-1.md': risk } });
      const { out } = await runCli(other.dir, 'export', 'risks');
      const lines = out.split('\n');
      assert.deepEqual(
        [0, 1, 2, 5, 6].map(at => lines[at]),
        ['**Plan A**', '', HEAD, '', '**Plan B**'],
      );
    } finally {
      other.dispose();
    }
  });
});
