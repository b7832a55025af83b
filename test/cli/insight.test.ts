import assert from 'node:assert/strict';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const MONDAY = Date.UTC(2026, 2, 2, 12);
const DAY = 86_400_000;

describe('milepost, looking ahead', () => {
  let repo: GitRepo;

  /** Ten weeks in each of which two of thirty tasks are done; three are left with an estimate. */
  beforeEach(() => {
    repo = GitRepo.create();
    const line = (index: number, done: number): string =>
      `- [${index < done ? 'x' : ' '}] APP-${index + 1} Step${index >= 24 ? ' est:3d' : ''}\n`;
    const beta = (done: number): string =>
      `---\ntitle: Beta\ndue: 2026-07-01\n---\n\n## Tasks\n\n${Array.from({ length: 26 }, (_, i) => line(i, done)).join('')}`;
    const files = {
      'plan/project.md': '---\nkey: APP\ntimezone: UTC\n---\n',
      'plan/milestones/beta.md': beta(0),
      'plan/tasks/last.md': '---\nid: APP-40\nmilestone: beta\nestimate: 2d\ndepends_on: [APP-26]\n---\n',
    };
    repo.commit({ message: 'Plan', files, date: new Date(MONDAY) });
    for (let week = 0; week < 10; week++) {
      const date = new Date(MONDAY + (week * 7 + 1) * DAY);
      repo.commit({ message: 'Two more', files: { 'plan/milestones/beta.md': beta(2 * week + 2) }, date });
    }
  });
  afterEach(() => repo.dispose());

  // The Monday after the ten weeks.
  const milepost = (...args: string[]) => runCli(repo.dir, ...args, '--today', '2026-05-11');

  it('prints dates and floats', async () => {
    const { plans } = JSON.parse((await milepost('schedule', '--json')).out);
    const [{ finish, tasks, criticalPath, assumed }] = plans;
    assert.deepEqual(finish, { critical: '2026-05-15', limited: '2026-05-15' });
    assert.deepEqual(criticalPath, ['APP-26', 'APP-40']);
    assert.equal(assumed, 4 / 7);
    assert.deepEqual(
      tasks.find(({ id }: { id: string }) => id === 'APP-40'),
      {
        plan: 'plan',
        id: 'APP-40',
        file: 'plan/tasks/last.md',
        line: 2,
        es: 3,
        ef: 5,
        ls: 3,
        lf: 5,
        totalFloat: 0,
        freeFloat: 0,
        dueFloat: 33,
        critical: true,
        start: '2026-05-14',
        finish: '2026-05-15',
        limitedStart: '2026-05-14',
        limitedFinish: '2026-05-15',
        remaining: 2,
        remainingFrom: 'estimate',
        dueFor: '2026-07-01',
        assumed: false,
        bestCase: false,
      },
    );
    const text = (await milepost('schedule')).out;
    assert.match(text, /^Critical path: APP-26 → APP-40$/m);
    assert.match(text, /^57% of the open tasks have no estimate and count as 3 days/m);
  });

  it('prints a forecast and how such forecasts turned out', async () => {
    const { plans } = JSON.parse((await milepost('forecast', '--backtest', '--json')).out);
    const [{ forecast, backtest, reasons }] = plans;
    const [beta, all] = forecast;
    assert.deepEqual([beta.milestone, all.milestone], ['beta', null]);
    // Seven open tasks at two a week: three and a half weeks of five days from Monday.
    assert.deepEqual(
      [beta.remaining, beta.method, beta.p50, beta.p95],
      [7, 'throughput', '2026-06-03', '2026-06-03'],
    );
    assert.equal(reasons[0], 'Simulated from the last 10 full weeks: 20 tasks done, 0 added');
    assert.equal(backtest.trials, 0);
    const text = (await milepost('forecast', '--backtest')).out;
    assert.match(text, /^Beta +7 +2026-07-01 +2026-06-03/m);
    assert.match(text, /^Backtest: no past forecast is old enough to check$/m);
  });
});
