import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { FileEdit } from '../../src/app/store';
import { journalPlace } from '../../src/app/writing/journalPlace';
import { lockPlace } from '../../src/app/writing/lockPlace';
import { writeEdit } from '../../src/app/writing/writeEdit';
import {
  callsOfProgram,
  contents,
  inCopies,
  runProgramBroken,
  type Fault,
} from '../support/faults/brokenRuns';
import { GitRepo } from '../support/gitRepo';
import { OwnCache } from '../support/ownCache';

const FILES = ['plan/tasks/one.md', 'plan/tasks/two.md'];
const MADE = 'plan/risks/new.md';
const OTHER = 'plan/other.md';

/** Calls that only read: before the one that follows, the disk is as it was. */
const READING = ['open to read', 'file.readFile', 'readdir', 'stat', 'lstat', 'realpath', 'access'];

describe('a process that is killed while it writes several files', () => {
  const cache = new OwnCache();
  let repo: GitRepo;
  let program: string;

  before(async () => {
    cache.use();
    repo = GitRepo.create();
    program = join(dirname(repo.dir), 'cli.js');
    const entry = join(import.meta.dirname, '../support/faults/severalFiles.ts');
    await build({
      entryPoints: [entry],
      outfile: program,
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    });
    prepare(repo.dir);
  });
  after(() => {
    repo.dispose();
    cache.dispose();
  });

  function prepare(copy: string): void {
    mkdirSync(join(copy, 'plan/tasks'), { recursive: true });
    [...FILES, OTHER].forEach(file => writeFileSync(join(copy, file), 'old\n'));
    rmSync(join(copy, dirname(MADE)), { recursive: true, force: true });
  }

  const state = (copy: string): string => {
    const left = contents(copy);
    return [...FILES, MADE].map(file => (left[file] ?? 'none').trim()).join(' ');
  };

  it('leaves every file old or new at every step, and the next one who writes leaves all of one kind', async () => {
    // The first one makes the folders of lock and journal, which stay.
    await callsOfProgram(program, repo.dir, ...FILES);
    prepare(repo.dir);
    const calls = await callsOfProgram(program, repo.dir, ...FILES);
    assert.equal(state(repo.dir), 'new new new');
    const steps = calls.flatMap((_, index): Fault[] =>
      READING.includes(calls[index - 1] ?? '') ? [] : [`before ${index + 1}`],
    );
    const found = new Set<string>();
    await inCopies(repo.dir, steps, async (step, copy) => {
      prepare(copy);
      const journal = journalPlace(await lockPlace(join(copy, 'plan')));
      const { code, err } = await runProgramBroken(program, copy, step, ...FILES);
      assert.equal(code, null, `${step}: ${err}`);
      const killed = state(copy);
      const isBegun = existsSync(journal);
      assert.ok(/^(old|new) (old|new) (none|new)$/.test(killed), `${step}: ${killed}`);
      assert.ok(isBegun || ['old old none', 'new new new'].includes(killed), `${step}: ${killed}`);
      if (isBegun) assert.equal(statSync(journal).mode & 0o777, 0o600, step);
      for (const file of Object.keys(contents(copy)).filter(file => file.endsWith('.tmp'))) {
        utimesSync(join(copy, file), 1, 1);
      }
      assert.equal(await writeOther(copy), isBegun, step);
      const now = state(copy);
      assert.equal(now, isBegun ? 'new new new' : killed, step);
      assert.equal(existsSync(journal), false, step);
      found.add(`${killed}, ${isBegun ? 'begun' : 'not'}`);
    });
    // It was killed on both sides of every file.
    assert.deepEqual([...found].sort(), [
      'new new new, begun',
      'new new new, not',
      'new new none, begun',
      'new old none, begun',
      'old old none, begun',
      'old old none, not',
    ]);
    console.log(`      killed at ${steps.length} places`);
  });
});

/** Writes to another file of the plan. @returns whether an interrupted edit was completed first */
async function writeOther(copy: string): Promise<boolean> {
  let isCompleted = false;
  const change: FileEdit = { file: OTHER, text: 'old\n', edits: [{ start: 0, end: 3, text: 'new' }] };
  const edit = { root: copy, plan: 'plan', files: [change] };
  const outcome = await writeEdit(edit, async ({ leftAlone }) => {
    isCompleted = true;
    assert.deepEqual(leftAlone, []);
    return { ok: true, edit };
  });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return isCompleted;
}
