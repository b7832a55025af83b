import assert from 'node:assert/strict';
import type { PanelAnswers } from '../../../../src/present/panel/panelInput';
import { statusReport, type ReportSource } from '../../../../src/present/report/statusReport';
import type { Snapshot } from '../../../../src/core/snapshot';
import type { Audience } from '../../../../src/shared/protocol';
import type { History } from '../../../../src/core/evidence/graph/history';
import { HistoryBuilder } from '../../../support/historyBuilder';
import { insightOf } from '../../../support/insightOf';
import { aMilestone, aRisk, factsFor, handMade, snapshotOf } from '../../../support/panel/handMade';
import { aPlan, aTask } from '../../../support/planBuilder';

/** What a report on the first plan is made of. */
function sourceOf(snapshot: Snapshot, { shown, before, insight }: PanelAnswers, days = 7): ReportSource {
  const facts = shown?.ok ? shown.value : snapshot.plans[0];
  assert.ok(facts && insight);
  return { snapshot, facts, insight, before: before?.ok ? before.value : undefined, days };
}

function report(audience: Audience): string {
  const { snapshot, answers } = handMade();
  return statusReport(sourceOf(snapshot, answers), audience);
}

/** The lines below the milestone with a title. */
function below(text: string, title: string): string[] {
  const lines = text.split('\n');
  const at = lines.findIndex(line => line.startsWith('**') && line.includes(title));
  const end = lines.indexOf('', at);
  return lines.slice(at + 1, end === -1 ? lines.length : end);
}

describe('status report', () => {
  it('tells executives how each milestone stands, what was done, what is next, blocked and to be decided', () => {
    const text = report('executives');
    assert.match(text, /^\*\*Harbour accounts: status on 20 Nov 2026\*\*\nTasks done: \d of 7/);
    const beta = below(text, 'Private beta');
    assert.match(text, /\*\*Private beta: off track \(declared: at risk\), due 18 Nov 2026\*\*/);
    for (const line of [
      '- Note: Passkeys wait for the vendor',
      /^- Why: Its due date, 18 Nov 2026, has passed; open tasks: 3 of 4/,
      '- Blocked: Sign in with a passkey (since 28 Sep 2026: The vendor has not delivered the test tokens)',
      '- Decision needed from @ana: move the date of Private beta, or cut its scope',
      // Nobody has the task: its milestone's owner is asked.
      '- Decision needed from @ana: unblock Sign in with a passkey',
    ]) {
      assert.ok(
        beta.some(one => (typeof line === 'string' ? one === line : line.test(one))),
        `${line} in\n${beta.join('\n')}`,
      );
    }
    assert.doesNotMatch(text, /APP-|R-1/);
  });

  it('counts milestones by the words that it gives them, and names risks to executives by their titles', () => {
    const text = report('executives');
    const words = [...text.matchAll(/^\*\*.*: (at risk|off track|on track|not started)[ *,]/gm)].map(
      ([, word]) => word,
    );
    assert.deepEqual(words, ['off track', 'off track', 'not started']);
    assert.match(text, /Milestones: 2 off track, 1 not started\./);
    const plan = aPlan(
      [aTask('A-1', { milestone: 'M' })],
      {},
      {
        milestones: [aMilestone('M', { due: '2027-12-01' })],
        risks: [aRisk('R-1', { title: 'No vendor', probability: 5, impact: 5, milestone: 'M' })],
      },
    );
    const facts = factsFor(plan);
    const why = (audience: Audience): string =>
      statusReport(sourceOf(snapshotOf(facts), { insight: insightOf(facts) }), audience)
        .split('\n')
        .find(line => line.startsWith('- Why')) ?? '';
    assert.match(why('executives'), /Severe risk No vendor \(25\)/);
    assert.match(why('engineers'), /Severe risk R-1 \(25\)/);
  });

  it('gives engineers ids, and no link that leads nowhere', () => {
    const text = report('engineers');
    assert.match(text, /: APP-4 Sign in with a passkey/);
    assert.doesNotMatch(text, /\]\(/);
  });

  it('links files and commits for engineers where the default branch has been pushed', () => {
    const git = new HistoryBuilder();
    const hash = git.commit('A-1: begin', { day: '2026-11-02', files: ['src/a.ts'] });
    const milestones = [aMilestone('M', { title: 'Beta', file: 'plan/milestones/m.md' })];
    const was = aPlan([aTask('A-1', { milestone: 'M', file: 'plan/tasks/a 1.md' })], {}, { milestones });
    const tasks = was.tasks.map(task => ({ ...task, status: 'Done', category: 'done' as const }));
    const is = aPlan(tasks, {}, { milestones });
    const text = (history: History, audience: Audience = 'engineers'): string => {
      const facts = factsFor(is, history);
      const answers = { before: { ok: true as const, value: factsFor(was) }, insight: insightOf(facts) };
      const asked = (top: string, remote: string) => `git@github.com:acme${top}-${remote}.git`;
      return statusReport(sourceOf(snapshotOf(facts, { history }), answers), audience, asked);
    };
    const base = 'https://github.com/acme/repo-origin';
    const local = git.build();
    const pushed = git.push('main').build();
    const done = `[A-1](${base}/blob/main/plan/tasks/a%201.md) Title of A-1 ([${hash.slice(0, 8)}](${base}/commit/${hash}))`;
    assert.ok(text(pushed).includes(done), text(pushed));
    assert.ok(text(pushed).includes(`**[Beta](${base}/blob/main/plan/milestones/m.md): done**`));
    assert.doesNotMatch(text(pushed, 'executives'), /https/);
    assert.match(text(local), /A-1 \([0-9a-f]{8}\)/);
    const elsewhere = { ...pushed, head: { kind: 'branch' as const, branch: 'other', hash } };
    assert.doesNotMatch(text(elsewhere), /https/);
  });

  it('says first how much has to be decided', () => {
    const text = report('executives');
    const decisions = text.match(/^- Decision needed/gm)?.length ?? 0;
    assert.ok(decisions > 1);
    assert.match(text.split('\n')[1] ?? '', new RegExp(`\\. ${decisions} decisions are needed\\.$`));
  });

  it('says what was done and moved since the baseline', () => {
    const was = aPlan(
      [aTask('A-1', { milestone: 'M' }), aTask('A-2', { milestone: 'M', due: '2026-11-23' })],
      {},
      { milestones: [aMilestone('M', { due: '2026-12-01' })] },
    );
    const is = aPlan(
      [
        aTask('A-1', { milestone: 'M', status: 'Done', category: 'done', title: 'First' }),
        aTask('A-2', { milestone: 'M', due: '2026-11-27', title: 'Second' }),
      ],
      {},
      { milestones: [aMilestone('M', { due: '2026-12-08' })] },
    );
    const facts = factsFor(is);
    const answers = { before: { ok: true as const, value: factsFor(was) }, insight: insightOf(facts) };
    const lines = below(statusReport(sourceOf(snapshotOf(facts), answers, 14), 'executives'), 'M');
    assert.deepEqual(
      lines.filter(line => !/Why/.test(line)),
      [
        '- Due date moved from 1 Dec 2026 to 8 Dec 2026',
        '- Due dates moved: Second (23 Nov 2026 → 27 Nov 2026)',
        '- Done in the last 14 days: First',
        '- Next: Second',
      ],
    );
  });

  it('lets no text of the repository format, link or load anything', () => {
    const title = '![x](https://example.org/x.png) <img src=x> [a](command:b) `c` **d**\n# e \u202egnp';
    const plan = aPlan(
      [aTask('A-1', { title, milestone: 'M', category: 'blocked', status: 'Blocked', blocked: title })],
      {},
      {
        milestones: [aMilestone('M', { title, healthNote: title })],
        risks: [aRisk('R-1', { title, probability: 5, impact: 5 })],
      },
    );
    const facts = factsFor(plan);
    for (const audience of ['executives', 'engineers'] as const) {
      const text = statusReport(sourceOf(snapshotOf(facts), { insight: insightOf(facts) }), audience);
      assert.match(text, /!\\\[x\\\]/);
      assert.doesNotMatch(text, /(?<!\\)[<`]img|!\[|(?<!\\)`|\u202e|^#/m);
      assert.doesNotMatch(text, /(?<!\\)\[/);
    }
  });
});
