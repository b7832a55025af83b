import assert from 'node:assert/strict';
import { choicesOf } from '../../../../../src/present/panel/overview/choices';
import type { Finding } from '../../../../../src/core/insight/findings/finding';
import { panelModel } from '../../../../../src/present/panel/panelModel';
import type { OverviewModel } from '../../../../../src/shared/panelModel';
import { say } from '../../../../../src/words/say';
import { aPlan, aTask } from '../../../../support/planBuilder';
import { insightOf } from '../../../../support/insightOf';
import { days } from '../../../../support/networks';
import {
  aMilestone,
  anInput,
  factsFor,
  handMade,
  snapshotOf,
  TODAY,
} from '../../../../support/panel/handMade';

async function overview(
  input = anInput(handMade().snapshot, {}, handMade().answers),
): Promise<OverviewModel> {
  const model = await panelModel(input);
  assert.ok(model.kind === 'plan' && model.content.tab === 'overview' && !('kind' in model.content));
  return model.content;
}

describe('overview', () => {
  it('sorts milestones by due date and folds the finished ones', async () => {
    const { milestones, closed } = await overview();
    assert.deepEqual(
      milestones.rows.map(({ id }) => id),
      ['Beta', 'Launch', 'Later'],
    );
    assert.deepEqual(
      closed.rows.map(({ id, health }) => [id, health?.tone]),
      [['Spike', 'done']],
    );
  });

  it('says how a milestone stands and why', async () => {
    const [beta] = (await overview()).milestones.rows;
    assert.ok(beta);
    assert.ok(beta.health);
    assert.deepEqual([beta.health.tone, beta.health.icon], ['bad', 'error']);
    assert.deepEqual([beta.health.text, beta.health.other ?? ''].map(say), ['Off track', 'You set: at risk']);
    assert.equal(beta.due?.passed, true);
    assert.equal(say(beta.due.text), '2 days overdue');
    assert.equal(beta.progress.done, 1);
    assert.equal(beta.progress.total, 4);
    assert.equal(say(beta.counts.map(({ text }) => text)), '2 active · 1 blocked · 1 dropped');
    const reasons = beta.reasons.map(say);
    assert.ok(reasons.includes('Note: Passkeys wait for the vendor'));
    assert.ok(reasons.includes('Set on 16 Nov 2026, 4 days ago.'));
    assert.ok(reasons.includes('Due on 18 Nov 2026, which has passed; open tasks: 3.'));
  });

  it('begins with what has to be decided, the gravest first, why, and by whom', async () => {
    const { decisions } = await overview();
    assert.deepEqual(
      decisions.map(({ uid, by, decide, reasons: [reason] }) =>
        [uid, by, say(decide), say(reason ?? '')].join(' | '),
      ),
      [
        'BETA | @ana | move the date of Private beta, or cut its scope | Overdue since 18 Nov 2026, by 2 days',
        'LAUNCH | @noor | move the date of Public launch, or cut its scope | Safe to promise: 29 Mar 2027, but due 18 Dec 2026',
        'APP-4 | @ana | unblock Sign in with a passkey | Blocked since 28 Sep 2026, for 39 working days: The vendor has not delivered the test tokens',
        'R-3 |  | give the risk "The load test finds the session store too slow" an owner and a review date | High risk (10): no owner, no review date',
      ],
    );
    assert.deepEqual((await overview(anInput(handMade().snapshot))).decisions, []);
  });

  it('says with each decision what can be decided, with the dates that each choice means', async () => {
    const { decisions } = await overview();
    const choices = decisions.map(({ uid, choices }) => `${uid} | ${choices.map(say).join(' | ')}`);
    assert.deepEqual(choices.slice(1), [
      'LAUNCH | Promise 29 Mar 2027 (85%) | Aim for 9 Feb 2027 (even odds) | Keep 18 Dec 2026 and cut scope',
      'APP-4 | Remove the obstacle | Wait until 1 Dec 2026 | Go on without it',
      // It has a response already.
      'R-3 | ',
    ]);
    const subject = { kind: 'risk', uid: 'R-9', id: 'R-9' } as const;
    const reasons: Finding['reasons'] = [{ code: 'risk-unmanaged', args: ['high', 12, 'response'] }];
    const finding: Finding = { id: 'risk-unmanaged', severity: 'warning', subject, reasons };
    const offered = choicesOf(finding, undefined, undefined);
    assert.deepEqual(offered.map(say), ['avoid', 'mitigate', 'transfer', 'accept']);
  });

  it('says in one sentence how the plan stands, by its worst open milestone', async () => {
    const { overall } = await overview();
    assert.equal(overall?.health.icon, 'error');
    assert.equal(say(overall.health.text), 'Off track');
    assert.match(
      say(overall.text),
      /^2 of 3 open milestones are off track; Private beta, due 18 Nov 2026, is likely to end by .*, \d+ days late\.$/,
    );
    const plain = factsFor(aPlan(['APP-1'], {}, { milestones: [aMilestone('Beta')] }));
    assert.equal((await overview(anInput(snapshotOf(plain)))).overall, undefined);
  });

  it('marks a health word that has grown old', async () => {
    const [, launch] = (await overview()).milestones.rows;
    assert.ok(launch?.reasons.map(say).some(reason => reason.includes('more than 14')));
  });

  it('says the computed health where none is declared, and none while it is computed', async () => {
    const [, , later] = (await overview()).milestones.rows;
    assert.ok(later?.health);
    assert.equal(later.health.tone, 'quiet');
    assert.equal(say(later.health.text), 'Not started');
    const [, , early] = (await overview(anInput(handMade().snapshot))).milestones.rows;
    assert.equal(early?.health && say(early.health.text), 'No health given');
  });

  it('has no health where no milestone has one or a due date', async () => {
    const plan = aPlan(['APP-1'], {}, { milestones: [aMilestone('M')] });
    const [row] = (await overview(anInput(snapshotOf(factsFor(plan))))).milestones.rows;
    assert.ok(row);
    assert.equal(row.health, undefined);
  });

  it('folds a milestone whose tasks are all done', async () => {
    const tasks = [
      aTask('APP-1', { milestone: 'M', category: 'done', status: 'Done' }),
      aTask('APP-2', { milestone: 'N' }),
    ];
    const plan = aPlan(tasks, {}, { milestones: [aMilestone('M'), aMilestone('N', { due: '2027-01-01' })] });
    const { milestones, closed } = await overview(anInput(snapshotOf(factsFor(plan))));
    assert.deepEqual(
      milestones.rows.map(({ id }) => id),
      ['N'],
    );
    assert.deepEqual(
      closed.rows.map(({ id, health }) => [id, health && say(health.text)]),
      [['M', 'All tasks done']],
    );
  });

  it('lists what is due in the window of the rule, overdue first, finished never', async () => {
    const due = (await overview()).due.rows;
    assert.deepEqual(
      due.map(({ id, due: day }) => [id, day.date, day.passed]),
      [
        ['APP-2', '2026-11-18', true],
        ['APP-3', '2026-11-24', false],
        ['APP-5', '2026-11-30', false],
      ],
    );
  });

  it('names why something is blocked and until when', async () => {
    const [task] = (await overview()).blocked.rows;
    assert.equal(task?.id, 'APP-4');
    assert.equal(task.reason, 'The vendor has not delivered the test tokens');
    assert.equal(task.until?.date, '2026-12-01');
  });

  it('tells what changed in the last seven days, and whose commits landed', async () => {
    const { recent } = await overview();
    assert.ok(recent.kind === 'known');
    assert.deepEqual(
      recent.changes.rows.map(({ news }) => news),
      ['started', 'added'],
    );
    assert.deepEqual(
      recent.changes.rows.map(({ id, change, fields }) => [
        id,
        change,
        fields.map(({ field, to }) => [field, to]),
      ]),
      [
        [
          'APP-2',
          'changed',
          [
            ['status', 'In progress'],
            ['due', '2026-11-18'],
          ],
        ],
        ['APP-8', 'added', []],
      ],
    );
    assert.deepEqual(
      recent.landed.rows.map(({ id, commits }) => [id, say(commits)]),
      [['APP-2', '1 commit']],
    );
  });

  it('sorts findings by severity and keeps their reasons', async () => {
    const facts = factsFor(aPlan(['APP-1', 'APP-2']));
    const subject = (id: string) => ({ kind: 'task', uid: id, id }) as const;
    const findings: readonly Finding[] = [
      { id: 'work-after-done', severity: 'info', subject: subject('APP-1'), reasons: [] },
      {
        id: 'active-but-quiet',
        severity: 'warning',
        subject: subject('APP-2'),
        reasons: [{ code: 'active-but-quiet', args: [12] }],
      },
    ];
    const model = await overview(anInput(snapshotOf({ ...facts, findings })));
    assert.deepEqual(
      model.findings.rows.map(({ id, severity, reasons }) => [id, severity, reasons.length]),
      [
        ['APP-2', 'warning', 1],
        ['APP-1', 'info', 0],
      ],
    );
  });

  it('speaks of days, and not of revisions to name, where the history is too young to compare with', async () => {
    const { snapshot, answers } = handMade();
    const problem = {
      code: 'git-before-first' as const,
      args: ['2026-11-13', '2026-11-18'] as [string, string],
    };
    const { recent } = await overview(anInput(snapshot, {}, { ...answers, before: { ok: false, problem } }));
    assert.equal(
      recent.kind === 'unknown' && say(recent.text),
      'The history begins on 18 Nov 2026, so nothing can be compared with 13 Nov 2026 yet.',
    );
  });

  it('says when the schedule ends a milestone that has no forecast', async () => {
    const plan = aPlan(
      [aTask('A-1', { milestone: 'M', estimate: days(3), assignees: ['@ana'] })],
      {},
      { milestones: [aMilestone('M', { due: TODAY })] },
    );
    const facts = factsFor(plan);
    const [milestone] = (await overview(anInput(snapshotOf(facts), {}, { insight: insightOf(facts) })))
      .milestones.rows;
    assert.deepEqual(milestone?.likely, { by: 'schedule', date: '2026-11-24', late: true });
  });

  it('says why nothing recent is known without git', async () => {
    const facts = factsFor(aPlan(['APP-1']));
    const model = await overview(
      anInput(snapshotOf(facts, { problem: { code: 'git-untrusted', args: [] } })),
    );
    assert.deepEqual(model.recent, { kind: 'unknown', text: { code: 'git-untrusted', args: [] } });
  });

  it('does not call a milestone late whose work is done', async () => {
    const task = aTask('APP-1', { milestone: 'M', category: 'done', status: 'Done' });
    const plan = aPlan([task], {}, { milestones: [aMilestone('M', { due: '2026-11-01' })] });
    assert.equal((await overview(anInput(snapshotOf(factsFor(plan))))).closed.rows[0]?.due?.passed, false);
  });
});
