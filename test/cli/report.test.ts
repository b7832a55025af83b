import assert from 'node:assert/strict';
import type { Store } from '../../src/app/store';
import type { Audience } from '../../src/shared/protocol';
import type { ReportWish } from '../../src/verbs/report';
import { reportVerb } from '../../src/verbs/table';
import { openPlan, PLAN, TODAY } from '../support/faults/openPlan';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const day = (iso: string): Date => new Date(`${iso}T12:00:00Z`);

/** The report as the panel copies it. */
async function copied(store: Store, wish: ReportWish = {}, audience: Audience = 'executives') {
  const outcome = await reportVerb.run({ store }, wish);
  return outcome.ok ? reportVerb.render(outcome.value, audience) : outcome.problem;
}

describe('milepost report', () => {
  let repo: GitRepo;
  let store: Store;

  before(async () => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN, date: day('2026-01-02') });
    const done = {
      'plan/tasks/three.md': '---\nid: APP-3\ntitle: Third\nstatus: Done\nmilestone: one\n---\n',
    };
    repo.commit({ message: 'APP-3 works', files: done, date: day('2026-01-08') });
    ({ store } = await openPlan(repo.dir));
  });
  after(() => {
    store.dispose();
    repo.dispose();
  });

  const milepost = (...args: string[]) => runCli(repo.dir, 'report', ...args, '--today', TODAY);

  it('prints what the panel copies', async () => {
    const { code, out, err } = await milepost('--for', 'engineers', '--since', '2026-01-04');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, `${await copied(store, { since: '2026-01-04' }, 'engineers')}\n`);
    assert.match(out, /^\*\*Harbor: status on 20 Jan 2026\*\*\n/);
    assert.match(out, /APP-1 First/);
    assert.equal((await milepost()).out, `${await copied(store)}\n`);
  });

  it('refuses an audience that it does not know', async () => {
    const { code, out, err } = await milepost('--for', 'everybody');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /everybody.*executives engineers/);
  });

  it('tells what was done since a week ago, or since a number of days, a day or a commit', async () => {
    assert.doesNotMatch(String(await copied(store)), /Done in the last/);
    assert.match(String(await copied(store, { days: 14 })), /Done in the last 14 days: Third/);
    assert.match(String(await copied(store, { since: '2026-01-04' })), /Done in the last 16 days: Third/);
    assert.match(String(await copied(store, { since: 'HEAD~1' })), /Done in the last 18 days: Third/);
  });

  it('fails for a state that is not there, and for a day to come', async () => {
    assert.deepEqual(await copied(store, { since: 'no-such' }), {
      code: 'git-unknown-revision',
      args: ['no-such'],
    });
    const ahead = { code: 'git-future-day', args: ['2026-02-01', TODAY] };
    assert.deepEqual(await copied(store, { since: '2026-02-01' }), ahead);
  });

  it('is nothing without a plan', async () => {
    assert.equal(await copied(store, { plan: 'another' }), undefined);
  });

  it('takes the plan of the default branch while another one is checked out, unless it is told not to', async () => {
    repo.git('checkout', '-q', '-b', 'other');
    repo.write('plan/project.md', '---\nkey: APP\nname: Elsewhere\n---\n');
    const opened = await openPlan(repo.dir);
    assert.match(String(await copied(opened.store)), /^\*\*Harbor:/);
    assert.match(String(await copied(opened.store, { source: 'current' })), /^\*\*Elsewhere:/);
    opened.store.dispose();
    repo.git('checkout', '-q', '-f', 'main');
  });

  it('names each of several plans', async () => {
    const roots = ['pay', 'web'].map(name => ({ [`${name}/plan/project.md`]: `---\nkey: ${name}\n---\n` }));
    repo.commit({ message: 'Two more', files: Object.assign({}, ...roots), date: day('2026-01-09') });
    repo.write(
      '.vscode/settings.json',
      '{"milepost.plans": [{"folder": "pay/plan"}, {"folder": "web/plan"}]}',
    );
    const { out } = await milepost();
    assert.deepEqual(
      [...out.matchAll(/^\*\*(\w+): status on/gm)].map(([, name]) => name),
      ['PAY', 'WEB', 'Harbor'],
    );
    assert.match(out, /\n\n\*\*WEB: status/);
  });
});
