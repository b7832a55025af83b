import assert from 'node:assert/strict';
import { cutsOf } from '../../../../src/present/language/cuts';
import { NATIVE, snapshotOf } from './planFiles';

describe('dependencies that make a circle', () => {
  it('are given up one by one, and others are kept', () => {
    const text =
      '---\nid: opening\n---\n## Tasks\n\n- [ ] TEA-1 Order after:TEA-2+2d\n- [ ] TEA-2 Pay after:TEA-1,TEA-15\n- [ ] TEA-15 Wait\n';
    const [facts] = snapshotOf({ ...NATIVE, 'plan/milestones/opening.md': text }).plans;
    const problem = facts?.plan.problems.find(({ message }) => message.code === 'dependency-cycle');
    assert.ok(facts && problem);
    assert.deepEqual(
      cutsOf(problem, facts.plan).map(({ title, kept }) => [title, kept]),
      [
        [{ code: 'ui.fix-cut', args: ['TEA-1', 'TEA-2'] }, []],
        [{ code: 'ui.fix-cut', args: ['TEA-2', 'TEA-1'] }, ['TEA-15']],
      ],
    );
    assert.deepEqual(cutsOf({ ...problem, message: { code: 'bad-id', args: ['x'] } }, facts.plan), []);
  });
});
