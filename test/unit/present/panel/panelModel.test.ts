import assert from 'node:assert/strict';
import type { History } from '../../../../src/core/evidence/graph/history';
import type { PlanProblem } from '../../../../src/core/plan/problem';
import type { PanelAnswers } from '../../../../src/present/panel/panelInput';
import { MOST_BYTES, panelModel } from '../../../../src/present/panel/panelModel';
import type { PanelModel, PlanModel } from '../../../../src/shared/panelModel';
import { MAX_ROWS } from '../../../../src/shared/protocol';
import { TABS } from '../../../../src/shared/tabs';
import { LISTS } from '../../../../src/shared/parts';
import { say } from '../../../../src/words/say';
import { aPlan, aTask } from '../../../support/planBuilder';
import { aMilestone, anInput, aRisk, factsFor, handMade, snapshotOf } from '../../../support/panel/handMade';

function plan(model: PanelModel): PlanModel {
  assert.ok(model.kind === 'plan');
  return model;
}

describe('panel model', () => {
  const { snapshot, answers } = handMade();

  it("shows the default branch's plan off that branch, and says so", async () => {
    const model = plan(await panelModel(anInput(snapshot, {}, answers)));
    assert.equal(model.progress.total, 7);
    assert.equal(model.state && say(model.state), 'main');
    assert.equal(model.banner?.showing, 'default');
    assert.equal(
      model.banner && say(model.banner.text),
      'Showing main; you are on feature/app-3-rate-limit · 2 items differ in your files · last fetched 3 days ago',
    );
    assert.equal(model.banner?.canFetch, true);
    const [repo] = snapshot.repos;
    assert.ok(repo?.history);
    const unfetched = ({ fetched: _, ...rest }: History): History => rest;
    const history = unfetched(repo.history);
    const local = { ...snapshot, repos: [{ ...repo, history }] };
    assert.equal(plan(await panelModel(anInput(local, {}, answers))).banner?.canFetch, false);
  });

  it('switches to the plan of this branch', async () => {
    const model = plan(await panelModel(anInput(snapshot, { source: 'current' }, answers)));
    assert.equal(model.progress.total, 8);
    assert.equal(model.state && say(model.state), 'feature/app-3-rate-limit, working tree');
    assert.equal(model.banner && say(model.banner.action), 'Show main');
  });

  it('has no banner on the default branch', async () => {
    const [repo] = snapshot.repos;
    assert.ok(repo?.history?.defaultBranch);
    const { name, tip } = repo.history.defaultBranch;
    const history = { ...repo.history, head: { kind: 'branch', branch: name, hash: tip } as const };
    const model = plan(await panelModel(anInput({ ...snapshot, repos: [{ ...repo, history }] })));
    assert.equal(model.banner, undefined);
  });

  it('shows this branch where the default one has no plan yet', async () => {
    const missing: PanelAnswers['shown'] = {
      ok: false,
      problem: { code: 'git-failed', args: ['cat-file', ''] },
    };
    const model = plan(await panelModel(anInput(snapshot, {}, { shown: missing })));
    assert.equal(model.progress.total, 8);
    assert.equal(model.banner?.showing, 'current');
    assert.equal(model.banner.action, '');
  });

  it('tells loading from gone', async () => {
    const reading = await panelModel({ ...anInput({ ...snapshot, phase: 'reading', plans: [] }), plan: 'x' });
    assert.ok(reading.kind === 'message' && reading.busy);
    const gone = await panelModel({ ...anInput({ ...snapshot, plans: [] }), plan: 'x' });
    assert.ok(gone.kind === 'message' && !gone.busy && gone.actions.length > 0);
  });

  it('counts what could not be read', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const problems: readonly PlanProblem[] = [
      { file: 'plan/a.md', severity: 'error', range, message: { code: 'unreadable', args: ['denied'] } },
      { file: 'plan/b.md', severity: 'warning', range, message: { code: 'missing-id', args: [] } },
    ];
    const facts = factsFor(aPlan(['APP-1'], {}, { problems }));
    const { content, notices } = plan(await panelModel(anInput(snapshotOf(facts))));
    assert.ok(content.tab === 'overview' && !('kind' in content));
    assert.deepEqual(
      content.problems.map(({ text }) => say(text)),
      ['1 file could not be read', '1 problem in the plan files'],
    );
    // Above every tab they would be in the way.
    assert.deepEqual(notices, []);
  });

  it('says what is not committed yet, with what can be done about it', async () => {
    const change = { change: 'added', kind: 'task', id: 'APP-9', key: 'APP-9', title: 'Nine' } as const;
    const shown = async (more: Partial<PanelAnswers>) =>
      plan(await panelModel(anInput(snapshot, {}, { ...answers, ...more }))).notices.map(
        ({ text, actions }) => [say(text), ...actions.map(({ command }) => command)],
      );
    const waiting = { changes: [change], links: new Map() };
    assert.deepEqual(await shown({ waiting }), [['1 plan change is not committed', 'commitPlan']]);
    assert.deepEqual(await shown({ waiting: { ...waiting, alsoOn: 'plan-2026-11-30' }, canUndo: true }), [
      ['1 plan change is not committed · also on plan-2026-11-30', 'commitPlan', 'undo'],
    ]);
  });

  it('is quiet about a plan in order', async () => {
    assert.deepEqual(plan(await panelModel(anInput(snapshot, {}, answers))).notices, []);
  });

  it('stays within its size over 10,000 tasks, whatever is asked for', async () => {
    const long = 'ä'.repeat(4_000);
    const tasks = Array.from({ length: 10_000 }, (_, i) =>
      aTask(`APP-${i}`, {
        title: `${i} ${long}`,
        milestone: `M-${i % 200}`,
        category: i % 2 ? 'blocked' : 'open',
        blocked: long,
        due: '2026-11-21',
        assignees: [long],
      }),
    );
    const milestones = Array.from({ length: 200 }, (_, i) =>
      aMilestone(`M-${i}`, { health: long, healthNote: long }),
    );
    const risks = Array.from({ length: 500 }, (_, i) =>
      aRisk(`R-${i}`, { title: long, tasks: tasks.map(({ key }) => key) }),
    );
    const facts = factsFor(aPlan(tasks, {}, { milestones, risks }));
    const shown = Object.fromEntries(LISTS.map(list => [list, MAX_ROWS]));
    for (const tab of TABS) {
      const json = JSON.stringify(await panelModel(anInput(snapshotOf(facts), { tab, shown })));
      assert.ok(Buffer.byteLength(json) <= MOST_BYTES, `${tab}: ${Buffer.byteLength(json)}`);
    }
    const first = await panelModel(anInput(snapshotOf(facts)));
    assert.ok(first.kind === 'plan' && 'due' in first.content);
    assert.deepEqual([first.content.due.rows.length, first.content.due.total], [25, 10_000]);
  });

  it('says when no more rows can be had', async () => {
    const tasks = Array.from({ length: 3_000 }, (_, i) =>
      aTask(`APP-${i}`, { title: 'x'.repeat(200), due: '2026-11-21' }),
    );
    const model = plan(
      await panelModel(anInput(snapshotOf(factsFor(aPlan(tasks))), { shown: { due: MAX_ROWS } })),
    );
    assert.ok('due' in model.content && model.content.due.capped);
    assert.ok(model.content.due.rows.length > 100);
  });
});
