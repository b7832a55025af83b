import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Calendar } from '../../src/sample/making/calendar';
import { HOLIDAY } from '../../src/sample/making/steps';
import { REVIEW_BRANCH } from '../../src/sample/sample';
import { generateSample } from '../support/sample/generate';
import { git } from '../support/sample/git';

const TODAY = '2026-03-04';

describe('the sample project', function () {
  // Four times under a second, and git on a busy machine.
  let root: string;
  let dir: string;

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'milepost-sample-'));
    dir = join(root, 'harbor');
    await generateSample(dir, TODAY);
  });

  after(() => rm(root, { recursive: true, force: true }));

  const lines = async (...args: string[]) => (await git(dir, ...args)).trim().split('\n');
  const plan = (path: string) => readFile(join(dir, 'plan', path), 'utf8');

  it('has the same hashes for the same day and others for another day', async () => {
    const refs = await git(dir, 'for-each-ref', '--format=%(refname) %(objectname)');
    const again = join(root, 'again');
    await generateSample(again, TODAY);
    assert.equal(await git(again, 'for-each-ref', '--format=%(refname) %(objectname)'), refs);
    const later = join(root, 'later');
    await generateSample(later, '2026-03-05');
    assert.notEqual(await git(later, 'rev-parse', 'main'), await git(dir, 'rev-parse', 'main'));
  });

  it('refuses a folder that holds something, and a day that is none', async () => {
    await assert.rejects(generateSample(dir, TODAY), /not empty/);
    await assert.rejects(generateSample(join(root, 'never'), 'tomorrow'), RangeError);
  });

  it('is a sound repository in which the branch under review is checked out', async () => {
    assert.equal((await git(dir, 'fsck', '--strict')).trim(), '');
    assert.equal((await git(dir, 'symbolic-ref', '--short', 'HEAD')).trim(), REVIEW_BRANCH);
    assert.equal(await git(dir, 'status', '--porcelain'), '');
    assert.equal((await git(dir, 'config', 'user.email')).trim(), 'noor@example.com');
  });

  it('has enough history of every kind', async () => {
    assert.ok((await lines('rev-list', '--all')).length >= 160);
    assert.ok((await lines('rev-list', '--merges', 'main')).length >= 7);
    const subjects = await lines('log', '--format=%s', 'main');
    assert.ok(subjects.filter(subject => /\(#\d+\)$/.test(subject)).length >= 6);
    const unmerged = await lines('branch', '--format=%(refname:short)', '--no-merged', 'main');
    assert.deepEqual(unmerged, [
      'feature/APP-36-fare-families',
      'feature/APP-37-fare-rules',
      'feature/disruption-notices',
      'fix/APP-22-refund-rounding',
      'spike/offline-tickets',
    ]);
    assert.equal((await lines('rev-list', `main..${REVIEW_BRANCH}`)).length, 5);
  });

  it('ends on the working day before today and keeps weekends and the holiday free', async () => {
    const calendar = new Calendar(TODAY);
    const days = await lines('log', '--all', '--format=%as');
    assert.equal([...days].sort().at(-1), '2026-03-03');
    assert.ok(!days.includes(calendar.day(HOLIDAY)));
    assert.ok(days.every(day => ![0, 6].includes(new Date(day).getUTCDay())));
  });

  it('holds the plan that its README describes', async () => {
    assert.equal((await readdir(join(dir, 'plan/milestones'))).length, 5);
    assert.equal((await readdir(join(dir, 'plan/risks'))).length, 10);
    const files = (await readdir(join(dir, 'plan/tasks'), { recursive: true })).filter(name =>
      name.endsWith('.md'),
    );
    assert.equal(files.length, 32);
    const grep = (pattern: string, path: string) => lines('grep', '-hE', pattern, 'main', '--', path);
    const inline = await grep('^ *- \\[.\\] APP-[0-9.]+ .*est:', 'plan/milestones');
    const done = inline.filter(line => line.trimStart().startsWith('- [x]')).length;
    assert.equal(files.length + inline.length, 66);
    assert.equal((await grep('^status: Done$', 'plan/tasks')).length + done, 37);
  });

  it('moves tasks from open through active to done along main, week by week', async () => {
    const log = await git(
      dir,
      'log',
      '--first-parent',
      '-p',
      '--format=commit %as',
      'main',
      '--',
      'plan/tasks',
    );
    const weeks = new Set<string>();
    let day = '';
    for (const line of log.split('\n')) {
      day = line.startsWith('commit ') ? line.slice(7) : day;
      if (line === '+status: Done') {
        weeks.add(day);
      }
    }
    assert.ok(weeks.size >= 10, `tasks with a file became done on ${weeks.size} days`);
  });

  it('links by hand to a commit that is really there', async () => {
    const [entry = ''] = /'[0-9a-f]{12} .*'/.exec(await plan('tasks/app-16-refunds.md')) ?? [];
    const [hash = '', date, ...subject] = entry.slice(1, -1).split(' ');
    assert.equal(
      (await git(dir, 'log', '-1', '--format=%as %s', hash)).trim(),
      `${date} ${subject.join(' ')}`,
    );
    assert.match(await plan('tasks/app-19-vouchers.md'), /'![0-9a-f]{12} /);
  });
});
