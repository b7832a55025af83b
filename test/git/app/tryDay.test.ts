import assert from 'node:assert/strict';
import { dayTrialLines } from '../../../src/present/gestures/dayTrial';
import { tryDay } from '../../../src/verbs/tryDay';
import { gestureSentences } from '../../../src/words/gestures';
import { learn, say } from '../../../src/words/say';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

learn(gestureSentences);

/** Friday 20 February 2026 is today. A takes 2 days and B 3 after it, one person alone. */
const PLAN = {
  'plan/project.md': '---\nkey: APP\npeople: [ana]\n---\n# App\n',
  'plan/milestones/one.md':
    '---\ntitle: One\ndue: 2026-03-13\n---\n## Tasks\n\n- [ ] APP-1 A @ana est:2d\n- [ ] APP-2 B @ana est:3d after:APP-1 due:2026-03-10\n',
};

describe('a day that is tried', () => {
  let repo: GitRepo;
  let app: StoreOnRepo;

  before(async () => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
    app = await StoreOnRepo.open(repo);
  });
  after(() => {
    app.store.dispose();
    repo.dispose();
  });

  const tried = (id: string, field: 'start' | 'due', day: string) =>
    tryDay(app, { plan: app.facts.plan.uid, kind: 'task', uid: app.task(id).uid }, { field, day });

  it('moves what waits for it and its milestone, and writes nothing', async () => {
    const before = app.facts;
    const outcome = await tried('APP-1', 'start', '2026-03-04');
    assert.ok(outcome.ok);
    // Wednesday and Thursday, then Friday, Monday and Tuesday.
    assert.deepEqual(outcome.value.task, { start: '2026-03-04', finish: '2026-03-05' });
    assert.deepEqual(
      outcome.value.moved.map(({ milestone, from, to }) => [milestone.title, from, to]),
      [['One', '2026-02-26', '2026-03-10']],
    );
    assert.deepEqual(dayTrialLines(outcome.value).map(say), [
      'Not before 4 Mar 2026',
      'Scheduled 4 Mar 2026 to 5 Mar 2026',
      'One ends 10 Mar 2026 instead of 26 Feb 2026',
    ]);
    assert.equal(app.facts, before);
  });

  it('says how late an earlier due date would be', async () => {
    const outcome = await tried('APP-2', 'due', '2026-02-24');
    assert.ok(outcome.ok);
    assert.deepEqual(dayTrialLines(outcome.value).map(say), [
      'Due 24 Feb 2026',
      'Scheduled 24 Feb 2026 to 26 Feb 2026',
      'Ends 2 days after that',
    ]);
  });

  it('says how late a milestone would be', async () => {
    const { uid, milestones } = app.facts.plan;
    const one = { plan: uid, kind: 'milestone', uid: milestones[0]?.uid ?? '' } as const;
    const outcome = await tryDay(app, one, { field: 'due', day: '2026-02-25' });
    assert.ok(outcome.ok);
    assert.deepEqual(dayTrialLines(outcome.value).map(say), [
      'Due 25 Feb 2026',
      'Scheduled to end 26 Feb 2026',
      'Ends 1 day after that',
    ]);
  });

  it('says why there is none', async () => {
    const gone = { plan: app.facts.plan.uid, kind: 'task', uid: 'gone' } as const;
    assert.deepEqual(await tryDay(app, gone, { field: 'due', day: '2026-02-24' }), {
      ok: false,
      problem: { code: 'no-such-item', args: ['gone'] },
    });
  });
});
