import assert from 'node:assert/strict';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const day = (text: string): Date => new Date(`${text}T22:30:00Z`);

const task = (id: string, fields: string): string => `---\nid: ${id}\nmilestone: beta\n${fields}\n---\n`;

describe('milepost baseline', () => {
  let repo: GitRepo;
  let start: string;

  /** A plan a week after the first commit, and changes to it a week and two weeks later. */
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Code', files: { 'src/a.ts': '' }, date: day('2026-03-02') });
    start = repo.commit({
      message: 'Plan',
      files: {
        'plan/project.md': '---\nkey: APP\nname: App\ntimezone: UTC\n---\n',
        'plan/milestones/beta.md': '---\ntitle: Beta\ndue: 2026-03-20\n---\n',
        'plan/tasks/1.md': task('APP-1', 'estimate: 2d'),
        'plan/tasks/2.md': task('APP-2', 'estimate: 1d\ndepends_on: APP-1\ntitle: Second'),
        'plan/risks/1.md': '---\nid: R-1\nprobability: 2\nimpact: 3\n---\n',
      },
      date: day('2026-03-09'),
    });
    repo.git('tag', 'v1');
    repo.commit({
      message: 'Done',
      files: { 'plan/tasks/1.md': task('APP-1', 'estimate: 2d\nstatus: Done') },
      date: day('2026-03-16'),
    });
    repo.commit({
      message: 'Later',
      files: {
        'plan/milestones/beta.md': '---\ntitle: Beta\ndue: 2026-04-03\n---\n',
        'plan/tasks/2.md': task('APP-2', 'estimate: 3d\ntitle: Second'),
        'plan/tasks/3.md': task('APP-3', 'depends_on: APP-2\nestimate: 5pt\ntitle: Third'),
        'plan/risks/1.md': '---\nid: R-1\nprobability: 4\nimpact: 3\n---\n',
      },
      date: day('2026-03-23'),
    });
  });
  afterEach(() => repo.dispose());

  const milepost = (...args: string[]) => runCli(repo.dir, ...args, '--today', '2026-03-23');
  const json = async (revision: string) => {
    const { out, err } = await milepost('baseline', revision, '--json');
    assert.equal(err, '');
    return JSON.parse(out).plans[0];
  };

  it('knows tasks again whose prefix has changed since', async () => {
    const renamed = (number: number, fields: string) => task(`NEW-${number}`, fields);
    repo.commit({
      message: 'Another prefix',
      files: {
        'plan/project.md': '---\nkey: NEW\naliases: [APP]\nname: App\ntimezone: UTC\n---\n',
        'plan/tasks/1.md': renamed(1, 'estimate: 2d\nstatus: Done'),
        'plan/tasks/2.md': renamed(2, 'estimate: 3d\ntitle: Second'),
        'plan/tasks/3.md': renamed(3, 'depends_on: NEW-2\nestimate: 5pt\ntitle: Third'),
      },
      date: day('2026-03-23'),
    });
    const { scope, tasks, milestones } = await json('v1');
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    assert.deepEqual(
      [ids(scope.added), ids(scope.removed), ids(scope.estimates)],
      [['NEW-3'], [], ['NEW-2']],
    );
    assert.deepEqual(tasks[0].status, { from: 'To do', to: 'Done' });
    assert.deepEqual(
      [milestones[0].done, milestones[0].total],
      [
        { from: 0, to: 1 },
        { from: 2, to: 3 },
      ],
    );
  });

  it('prints what has moved since a tag, with what was known then', async () => {
    assert.deepEqual(await json('v1'), {
      folder: 'plan',
      day: { from: '2026-03-09', to: '2026-03-23' },
      finish: { from: '2026-03-11', to: '2026-03-30' },
      milestones: [
        {
          plan: 'plan',
          id: 'beta',
          title: 'Beta',
          change: null,
          due: { from: '2026-03-20', to: '2026-04-03' },
          finish: { from: '2026-03-11', to: '2026-03-30' },
          p50: { from: null, to: null },
          p85: { from: null, to: null },
          done: { from: 0, to: 1 },
          total: { from: 2, to: 3 },
          health: { from: 'not started', to: 'on track' },
        },
      ],
      tasks: [
        {
          plan: 'plan',
          id: 'APP-1',
          title: 'APP-1',
          status: { from: 'To do', to: 'Done' },
          due: null,
          finish: null,
        },
        {
          plan: 'plan',
          id: 'APP-2',
          title: 'Second',
          status: null,
          due: null,
          finish: { from: '2026-03-11', to: '2026-03-25' },
        },
      ],
      scope: {
        added: [{ plan: 'plan', id: 'APP-3', title: 'Third', estimate: '5pt', why: 'new' }],
        removed: [],
        estimates: [{ plan: 'plan', id: 'APP-2', title: 'Second', estimate: { from: '1d', to: '3d' } }],
        totals: {
          added: { tasks: 1, hours: 0, points: 5, unestimated: 0 },
          removed: { tasks: 0, hours: 0, points: 0, unestimated: 0 },
          estimates: {
            from: { tasks: 1, hours: 8, points: 0, unestimated: 0 },
            to: { tasks: 1, hours: 24, points: 0, unestimated: 0 },
          },
        },
      },
      risks: [
        {
          plan: 'plan',
          id: 'R-1',
          title: 'R-1',
          kind: 'up',
          from: { status: 'open', score: 6, band: 'moderate' },
          to: { status: 'open', score: 12, band: 'high' },
        },
      ],
    });
  });

  it('takes a hash, and a day for the last commit on it in the time zone of the plan', async () => {
    assert.deepEqual(await json(start), await json('v1'));
    assert.deepEqual(await json('2026-03-09'), await json('v1'));
    const { day: days, finish, tasks } = await json('2026-03-16');
    assert.deepEqual([days.from, finish.from, tasks.length], ['2026-03-16', '2026-03-16', 1]);
    // 22:30 in London is half past midnight of the next day in Helsinki.
    repo.write('plan/project.md', '---\nkey: APP\ntimezone: Europe/Helsinki\n---\n');
    assert.equal((await milepost('baseline', '2026-03-09')).code, 2);
    assert.deepEqual((await json('2026-03-10')).milestones[0].total, { from: 2, to: 3 });
  });

  it('compares with the working tree', async () => {
    repo.write('plan/tasks/3.md', task('APP-3', 'status: Done'));
    assert.deepEqual((await json('HEAD')).tasks, [
      {
        plan: 'plan',
        id: 'APP-3',
        title: 'APP-3',
        status: { from: 'To do', to: 'Done' },
        due: null,
        finish: null,
      },
    ]);
  });

  it('prints it for people', async () => {
    const { out, code } = await milepost('baseline', 'v1');
    assert.equal(code, 0);
    assert.equal(
      out,
      `App (plan): 2026-03-09 → 2026-03-23
All open work ends: 2026-03-11 → 2026-03-30 (+19 d)

Milestones
  Beta  done    0/2 → 1/3
        due     2026-03-20 → 2026-04-03 (+14 d)
        finish  2026-03-11 → 2026-03-30 (+19 d)
        health  not started → on track

Scope
  1 task added: 5pt
  + APP-3  5pt  Third
  1 estimate changed: 1d → 3d
  ~ APP-2  1d → 3d  Second

Tasks
  APP-1  status  To do → Done  APP-1
  1 other task only has a new scheduled finish

Risks
  R-1  up  open 6 → open 12  R-1
`,
    );
  });

  it('says in one sentence why it cannot, and what to name instead', async () => {
    const refused = async (revision: string): Promise<string> => {
      const { code, out, err } = await milepost('baseline', revision);
      assert.deepEqual([code, out], [2, '']);
      return err.trim();
    };
    assert.match(
      await refused('v9'),
      /^milepost: There is no commit v9 in this repository\. Name a branch, a tag/,
    );
    assert.match(await refused('--end'), /Unknown option/);
    assert.equal(
      await refused('2026-02-27'),
      'milepost: There were no commits yet on 2026-02-27; the first one in this clone is from 2026-03-02. Name that day or a later one.',
    );
    assert.equal(
      await refused('2026-03-24'),
      'milepost: 2026-03-24 is in the future. Name a day up to 2026-03-23.',
    );
    assert.equal(
      await refused('2026-03-05'),
      'milepost: There was no plan in plan at 2026-03-05. To list the commits that have it, run: git log --oneline -- plan',
    );
    assert.equal((await milepost('baseline')).err.trim(), 'milepost: Missing: REF|YYYY-MM-DD');
  });
});
