import assert from 'node:assert/strict';
import { resolveAcrossPlans } from '../../../../src/core/plan/acrossPlans';
import type { Plan } from '../../../../src/core/plan/model';
import type { PlanProblem } from '../../../../src/core/plan/problem';
import { aPlan, aTask } from '../../../support/planBuilder';

const start = { line: 0, character: 0 };

function waitingFor(id: string): Plan {
  const problem: PlanProblem = {
    file: 'plan/tasks/a.md',
    severity: 'warning',
    range: { start, end: start },
    message: { code: 'unknown-dependency', args: [id] },
  };
  return { ...aPlan([aTask('APP-1')]), problems: [problem] };
}

const codes = (plans: readonly Plan[]) => plans[0]?.problems.map(({ message }) => message.code);

describe('resolveAcrossPlans', () => {
  const pay = aPlan([aTask('PAY-4')], { prefix: 'PAY', aliases: ['OLD'] });

  it('takes back the problem of an id that one other plan has', () => {
    for (const id of ['PAY-4', 'pay-04', 'OLD-4', 'PAY-4 + 2d']) {
      assert.deepEqual(codes(resolveAcrossPlans([waitingFor(id), pay])), [], id);
    }
    assert.deepEqual(codes(resolveAcrossPlans([waitingFor('PAY-5'), pay])), ['unknown-dependency']);
  });

  it('understands an alias where no plan has the id', () => {
    const shop = { ...aPlan([aTask('PAY-4')], { prefix: 'PAY' }), otherIds: new Map([['SHOP-12', 'PAY-4']]) };
    assert.deepEqual(codes(resolveAcrossPlans([waitingFor('shop-012 + 1d'), shop])), []);
    assert.deepEqual(codes(resolveAcrossPlans([waitingFor('SHOP-13'), shop])), ['unknown-dependency']);
    const live = aPlan([aTask('SHOP-12')], { prefix: 'SHOP' });
    assert.deepEqual(codes(resolveAcrossPlans([waitingFor('SHOP-12'), shop, live])), []);
    const twin = { ...shop, folder: 'other' };
    assert.deepEqual(codes(resolveAcrossPlans([waitingFor('SHOP-12'), shop, twin])), ['ambiguous-reference']);
  });

  it('says so when several have it', () => {
    const twin = aPlan([aTask('PAY-4')], { prefix: 'PAY' });
    assert.deepEqual(codes(resolveAcrossPlans([waitingFor('PAY-4'), pay, twin])), ['ambiguous-reference']);
  });

  it('takes a plan that is checked out twice for one', () => {
    const copy = { ...pay, root: `${pay.root}-copy` };
    assert.deepEqual(codes(resolveAcrossPlans([waitingFor('PAY-4'), pay, copy])), []);
    const elsewhere = { ...copy, folder: 'other' };
    assert.deepEqual(codes(resolveAcrossPlans([waitingFor('PAY-4'), pay, elsewhere])), [
      'ambiguous-reference',
    ]);
  });

  it('leaves plans alone that have no such problem', () => {
    const plans = [aPlan([aTask('APP-1')]), pay];
    assert.deepEqual(
      resolveAcrossPlans(plans).map((plan, index) => plan === plans[index]),
      [true, true],
    );
  });
});
