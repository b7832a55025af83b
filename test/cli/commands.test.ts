import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const TASK = `---
id: APP-2 # the second
title: "Sign in"
status:   To do
labels: [a, b]
---
Text with trailing spaces  \r
`;

describe('milepost', () => {
  let repo: GitRepo;
  let work: string;

  beforeEach(() => {
    repo = GitRepo.create();
    const milestone = '---\ntitle: One\n---\n## Tasks\n- [ ] APP-1 First @ana est:2d\n- [x] APP-3 Third\n';
    const files = {
      'plan/project.md': '---\nkey: APP\nname: Harbor\ntimezone: UTC\n---\n',
      'plan/milestones/one.md': milestone,
      'plan/tasks/two.md': TASK,
      'plan/risks/r.md': '---\nid: R-1\ntitle: Late\nprobability: 40%\nimpact: 4\n---\n',
    };
    repo.commit({ message: 'Plan', files });
    repo.commit({ message: 'APP-1 Work', files: { 'src/a.ts': '1' } });
    work = repo.commit({ message: 'More work', files: { 'src/b.ts': '1' } });
  });
  afterEach(() => repo.dispose());

  const milepost = (...args: string[]) => runCli(repo.dir, ...args);
  const task = (): string => readFileSync(join(repo.dir, 'plan/tasks/two.md'), 'utf8');

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));
    assert.deepEqual(await milepost('--version'), { code: 0, out: `${version}\n`, err: '' });
  });

  it('says that a shallow clone lacks older commits', async () => {
    const { dir } = repo.clone('shallow', '--depth=1');
    const expected =
      'This clone holds only part of the history, so older commits are missing. To get them, run: git fetch --unshallow';
    for (const command of ['status', 'links', 'forecast']) {
      const { code, out, err } = await runCli(dir, command);
      assert.deepEqual([code, err], [0, `milepost: ${expected}\n`], command);
      assert.equal(out.includes(expected), command === 'forecast', out);
      assert.doesNotMatch(out, /not been committed yet/);
      assert.equal((await milepost(command)).err, '', command);
    }
  });

  it('shows status as text and as JSON', async () => {
    const text = await milepost('status');
    assert.equal(text.code, 0);
    assert.match(text.out, /^Harbor \(plan\): 1 of 3 tasks done$/m);
    const { plans } = JSON.parse((await milepost('status', '--json')).out);
    const [plan] = plans;
    assert.deepEqual(
      plan.tasks.find(({ id }: { id: string }) => id === 'APP-1'),
      {
        plan: 'plan',
        id: 'APP-1',
        title: 'First',
        status: 'To do',
        category: 'open',
        milestone: 'one',
        parent: null,
        assignees: ['@ana'],
        priority: null,
        labels: [],
        aliases: null,
        estimate: '2d',
        remaining: null,
        spent: null,
        start: null,
        due: null,
        blocked: null,
        workLeft: { days: 2, from: 'estimate' },
        elsewhere: [],
        until: null,
        dependsOn: [],
        file: 'plan/milestones/one.md',
        line: 5,
        progress: 0,
        observed: 'landed',
      },
    );
    assert.deepEqual(plan.risks[0].score, 12);
    assert.deepEqual(
      [plan.milestones[0].total, plan.milestones[0].done, plan.milestones[0].progress],
      [2, 1, 0.5],
    );
  });

  it('shows the plan at another commit', async () => {
    repo.commit({ message: 'Done', files: { 'plan/tasks/two.md': TASK.replace('To do', 'Done') } });
    const { plans } = JSON.parse((await milepost('status', '--json', '--ref', 'HEAD~1')).out);
    assert.equal(plans[0].tasks.find(({ id }: { id: string }) => id === 'APP-2').status, 'To do');
  });

  it('lists links and commits without a task', async () => {
    const { links, unlinked } = JSON.parse((await milepost('links', '--json')).out);
    assert.deepEqual(
      links.map(({ plan, task, evidence, strength }: Record<string, string>) => [
        plan,
        task,
        evidence,
        strength,
      ]),
      [
        ['plan', 'APP-1', 'subject', 'works-on'],
        ['plan', 'APP-2', 'file', 'plans'],
        ['plan', 'APP-1', 'file', 'plans'],
        ['plan', 'APP-3', 'file', 'plans'],
      ],
    );
    assert.deepEqual(unlinked, [work]);
  });

  it('tells names in the settings that are no plan, and fails the check', async () => {
    repo.write(
      '.vscode/settings.json',
      '{"milepost.plans": [{"folder": "plan"}, {"folder": "pln"}, "docs"]}',
    );
    const place = '.vscode/settings.json:1:1 error';
    const { code, out } = await milepost('check');
    assert.equal(code, 1);
    const gone = 'milepost.plans names pln, but this folder has no such plan. Correct the entry.';
    assert.deepEqual(
      out.split('\n').filter(line => line.startsWith(place)),
      [
        `${place} plan-entry-invalid milepost.plans has the invalid entry "docs". Write it as {"folder": "docs/plan"}.`,
        `${place} plan-not-there ${gone}`,
      ],
    );
    assert.match((await milepost('status')).err, /names pln/);
  });

  it('sets fields and changes nothing else in the file', async () => {
    const run = await milepost('set', 'app-2', 'status=in progress', 'labels=b,c');
    assert.equal(run.code, 0, run.err);
    assert.match(run.out, /^plan\/tasks\/two\.md:4$/m);
    assert.equal(task(), TASK.replace('To do', 'In progress').replace('[a, b]', '[b, c]'));
  });

  it('only shows the change with --dry-run', async () => {
    const run = await milepost('set', 'APP-2', 'status=Done', '--dry-run');
    assert.match(run.out, /^\+ status: {3}Done$/m);
    assert.equal(task(), TASK);
  });

  it('links and unlinks a commit by hand', async () => {
    assert.equal((await milepost('link', 'APP-2', 'HEAD')).code, 0);
    const entry = `'${work.slice(0, 12)} 2026-01-05 More work'`;
    assert.ok(task().includes(`\n  - ${entry}\n`), task());
    const { links } = JSON.parse((await milepost('links', '--json')).out);
    assert.ok(
      links.some(({ task, evidence }: Record<string, string>) => task === 'APP-2' && evidence === 'manual'),
    );
    assert.equal((await milepost('unlink', 'APP-2', 'HEAD')).code, 0);
    assert.ok(task().includes(`\n  - '!${entry.slice(1)}\n`), task());
  });

  it('reviews a branch', async () => {
    repo.git('checkout', '-q', '-b', 'feature/APP-2-sign-in');
    const files = { 'src/c.ts': '1', 'plan/tasks/two.md': TASK.replace('To do', 'Done') };
    const hash = repo.commit({ message: 'Sign in', files });
    const review = JSON.parse((await milepost('review', '--json')).out);
    assert.equal(review.head, hash);
    assert.deepEqual(review.tasks, ['APP-2']);
    assert.deepEqual(
      review.commits.map(({ tasks }: { tasks: unknown }) => tasks),
      [[{ id: 'APP-2', evidence: 'branch' }]],
    );
    assert.deepEqual(review.changes, [
      { kind: 'changed', item: 'task', id: 'APP-2', field: 'status', from: 'To do', to: 'Done' },
    ]);
  });

  it('exits with 2 and one sentence when it cannot run', async () => {
    for (const args of [
      ['nonsense'],
      ['set', 'APP-9', 'status=Done'],
      ['set', 'APP-2', 'colour=red'],
      ['set', 'APP-2', '__proto__=1'],
      ['set', 'APP-2', 'status=Perhaps'],
      ['link', 'APP-2', '--', '--output=x'],
      ['link', 'APP-2', 'no-such-commit'],
      ['status', '--today', 'tomorrow'],
      ['status', '--root', '/'],
      ['status', 'extra'],
      ['check', '--json'],
      ['set', 'APP-2', 'status=Done', '--ref', 'HEAD'],
      ['baseline', 'HEAD', 'HEAD~1'],
    ]) {
      const { code, out, err } = await milepost(...args);
      assert.equal(code, 2, `${args.join(' ')}: ${out}${err}`);
      assert.match(err, /^milepost: [^\n]+\n$/, args.join(' '));
    }
    assert.equal(task(), TASK);
  });

  it('says that the folder is not there, and not that it has no plan', async () => {
    for (const place of ['gone', 'src/a.ts']) {
      const root = join(repo.dir, place);
      const err = `milepost: There is no folder ${root}.\n`;
      assert.deepEqual(await milepost('status', '--root', root), { code: 2, out: '', err });
    }
  });

  it('names a task without an id by where it stands, and an unknown one as it is written', async () => {
    const text =
      '---\ntitle: Two\n---\n## Tasks\n- [ ] Old due:2026-01-01 est:3d\n- [ ] APP-7 Wait after:2-pay/t9 est:3d\n';
    repo.commit({ message: 'More', files: { 'plan/milestones/two.md': text } });
    const { plans } = JSON.parse((await milepost('status', '--json', '--today', '2026-03-02')).out);
    const late = plans[0].findings.find(({ id }: { id: string }) => id === 'overdue');
    assert.equal(late.subject, 'plan/milestones/two.md:5');
    const waiting = plans[0].tasks.find(({ id }: { id: string }) => id === 'APP-7');
    assert.deepEqual(waiting.dependsOn, ['2-pay/t9']);
    const { links } = JSON.parse((await milepost('links', '--json')).out);
    // It cannot be linked yet.
    assert.ok(links.every(({ task }: { task: string }) => task.startsWith('APP-')));
    const [{ tasks }] = JSON.parse((await milepost('schedule', '--json')).out).plans;
    const places = tasks.filter(({ id }: { id: string }) => id === '');
    assert.deepEqual(
      places.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`),
      ['plan/milestones/two.md:5'],
    );
    assert.match((await milepost('schedule')).out, /^Critical path: plan\/milestones\/two\.md:5$/m);
  });

  it('refuses an id that two items have', async () => {
    repo.write('plan/tasks/twin.md', TASK);
    const { code, err } = await milepost('set', 'APP-2', 'status=Done');
    assert.equal(code, 2);
    assert.match(err, /plan\/tasks\/twin\.md:2/);
    assert.equal((await milepost('check')).code, 1);
  });

  it('shows the plan where there is no git, and says why there are no links', async () => {
    rmSync(join(repo.dir, '.git'), { recursive: true });
    assert.equal((await milepost('status')).code, 0);
    const without = await milepost('links');
    assert.equal(without.code, 2);
    assert.match(without.err, /not in a git repository/);
  });
});
