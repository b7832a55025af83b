import assert from 'node:assert/strict';
import { effectOf, NO_EFFECT } from '../../../../../src/core/insight/effect/effect';
import { mergedPlan } from '../../../../../src/core/insight/effect/mergedPlan';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import type { Plan, Risk } from '../../../../../src/core/plan/model';
import { effectRows } from '../../../../../src/present/effectRows';
import { activity, days, EVERY_DAY } from '../../../../support/networks';
import { aMilestone } from '../../../../support/panel/handMade';
import { aPlan } from '../../../../support/planBuilder';

const risk = (score: number, fields: Partial<Risk> = {}): Risk => ({
  kind: 'risk',
  id: 'R-1',
  key: 'R-1',
  uid: 'R-1',
  title: 'Late',
  file: 'plan/risks/r.md',
  line: 0,
  duplicate: false,
  labels: [],
  dismissed: [],
  status: 'open',
  score,
  tasks: [],
  ...fields,
});

const BASE = aPlan([activity('A', 2), activity('B', 1, 'A'), activity('C', 1)], EVERY_DAY, {
  risks: [risk(6)],
});

/** The plan with other tasks and risks. */
const withItems = (tasks: Plan['tasks'], risks = BASE.risks): Plan => ({ ...BASE, tasks, risks });

const outlook = (plan: Plan) => {
  const [insight] = computeInsight([{ plan, observed: new Map() }], '2026-03-02');
  assert.ok(insight);
  return { plan, insight };
};

describe('what a branch would change', () => {
  it('names milestones in the order of their due dates', () => {
    const milestones = ['A', 'B', 'C'].map(id =>
      aMilestone(id, id === 'A' ? {} : { due: `2027-0${id === 'B' ? 2 : 1}-01` }),
    );
    const plan = (length: number): Plan => ({
      ...BASE,
      milestones,
      tasks: milestones.map(({ key }) =>
        activity(`T${key}`, length, '', { milestone: key, assignees: [`@${key}`] }),
      ),
    });
    const { milestones: named } = effectOf(outlook(plan(1)), outlook(plan(4)));
    assert.deepEqual(
      named.map(({ id }) => id),
      ['C', 'B', 'A'],
    );
  });

  const [a, b, c] = BASE.tasks;
  assert.ok(a && b && c);
  // The branch makes A longer, drops C and adds D; meanwhile B has become longer on the default branch.
  const head = withItems([{ ...a, estimate: days(4) }, b, activity('D', 1, 'B')], [risk(12)]);
  const onto = withItems([a, { ...b, estimate: days(3) }, c]);

  it('keeps what others changed meanwhile, and takes what the branch changes', () => {
    const merged = mergedPlan(onto, BASE, head);
    assert.deepEqual(
      merged.tasks.map(({ id, estimate }) => [id, (estimate?.value ?? 0) / 8]),
      [
        ['T-A', 4],
        ['T-B', 3],
        ['T-D', 1],
      ],
    );
    assert.equal(merged.risks[0]?.score, 12);
  });

  it('names the dates and risks that move, and nothing else', () => {
    const effect = effectOf(outlook(onto), outlook(mergedPlan(onto, BASE, head)));
    assert.deepEqual(effect.finish, { from: '2026-03-06', to: '2026-03-09' });
    assert.deepEqual(effect.risks, [{ id: 'R-1', title: 'Late', score: { from: 6, to: 12 } }]);
    assert.deepEqual(
      effectRows(effect).map(({ from, to }) => [from, to]),
      [
        ['2026-03-06', '2026-03-09'],
        ['6', '12'],
      ],
    );
  });

  it('finds none where the branch changes no plan', () => {
    const same = effectOf(outlook(onto), outlook(mergedPlan(onto, BASE, BASE)));
    assert.deepEqual(same, NO_EFFECT);
    const copies = BASE.tasks.map(task => ({ ...task, line: task.line + 9 }));
    assert.equal(mergedPlan(onto, BASE, withItems(copies)), onto);
    assert.notEqual(mergedPlan(onto, BASE, withItems([a, b])), onto);
    assert.notEqual(mergedPlan(onto, BASE, withItems(BASE.tasks, [risk(7)])), onto);
  });

  it('does not bring back what was removed from the default branch', () => {
    const without = withItems([a, b]);
    const merged = mergedPlan(without, BASE, withItems([a, b, { ...c, estimate: days(9) }]));
    assert.deepEqual(
      merged.tasks.map(({ id }) => id),
      ['T-A', 'T-B'],
    );
  });
});
