import assert from 'node:assert/strict';
import type { InsightProblem } from '../../../src/core/insight/insightProblem';
import { panelModel } from '../../../src/present/panel/panelModel';
import { statusJson } from '../../../src/present/json/statusJson';
import { DEFAULT_OPTIONS } from '../../../src/shared/milestoneOptions';
import { milestoneRows } from '../../../src/present/rows/milestoneRows';
import { statusTable } from '../../../src/present/tables/statusTable';
import { TABS } from '../../../src/shared/tabs';
import { say } from '../../../src/words/say';
import { anInput, handMade } from '../../support/panel/handMade';

describe('a plan without schedule, forecast and health', () => {
  const { snapshot, answers } = handMade();
  const problem: InsightProblem = { code: 'insight-memory', args: ['plan', 512] };
  const others = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== 'insight'));

  for (const tab of TABS.filter(one => one !== 'review')) {
    it(`says why in the panel, and does not go on computing (${tab})`, async () => {
      const model = await panelModel(anInput(snapshot, { tab }, { ...others, insightProblem: problem }));
      assert.ok(model.kind === 'plan');
      assert.match(
        model.notices.map(({ text }) => say(text)).join('\n'),
        /takes more than 512 MB of memory\. Split the plan/,
      );
      assert.doesNotMatch(JSON.stringify(model), /"(?:kind|code)":"(?:panel\.)?computing"|"computing":true/);
    });
  }

  it('leads to the log where the computation ended, and not where it was refused', async () => {
    const refused: InsightProblem = { code: 'insight-people', args: ['plan', 9000, 9000] };
    const actions = async (insightProblem: InsightProblem) => {
      const model = await panelModel(anInput(snapshot, { tab: 'overview' }, { ...others, insightProblem }));
      assert.ok(model.kind === 'plan');
      return model.notices.flatMap(notice => notice.actions.map(({ command }) => command));
    };
    assert.deepEqual([await actions(problem), await actions(refused)], [['showLog'], []]);
  });

  it('says why in a review, and does not go on computing', async () => {
    const effect = { ok: false, problem } as const;
    const model = await panelModel(anInput(snapshot, { tab: 'review' }, { ...others, effect }));
    assert.ok(model.kind === 'plan' && 'state' in model.content);
    const { state } = model.content;
    assert.ok('effectProblem' in state && state.effectProblem !== undefined);
    assert.match(say(state.effectProblem), /takes more than 512 MB/);
  });

  it('says why in the tree', () => {
    const labels = milestoneRows({ ...snapshot, insightProblem: problem }, DEFAULT_OPTIONS).map(({ label }) =>
      say(label),
    );
    assert.match(labels.join('\n'), /No schedule, forecast or health/);
  });

  it('has everything else on the command line', () => {
    const [facts] = snapshot.plans;
    assert.ok(facts);
    const plan = { facts, insight: undefined };
    assert.match(statusTable(plan).join('\n'), /APP-2  In progress/);
    const json = JSON.parse(JSON.stringify(statusJson('/repo', [plan])));
    assert.equal(json.plans[0].tasks.length, facts.plan.tasks.length);
  });
});
