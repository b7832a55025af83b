import assert from 'node:assert/strict';
import { branchName, isBranchTemplate } from '../../../../src/core/plan/branchName';

describe('the name of a branch for a task', () => {
  const of = (title: string, template = '{key}-{slug}', id = 'APP-1') => branchName(template, { id, title });

  for (const [title, name] of [
    ['Rate-limit sign-in', 'app-1-rate-limit-sign-in'],
    ['Größe, Straße & Çeşme', 'app-1-große-straße-cesme'],
    ['支払い', 'app-1-支払い'],
    ['', 'app-1'],
    ['../../..  ~^:?*[\\ @{x}.lock', 'app-1-x-lock'],
    ['Follow up on APP-2 and shop-12', 'app-1-follow-up-on-and'],
    ['One two three four five six seven eight nine ten', 'app-1-one-two-three-four-five-six-seven-eight'],
    ['x'.repeat(60), `app-1-${'x'.repeat(40)}`],
  ] as const) {
    it(`of "${title.slice(0, 30)}"`, () => assert.equal(of(title), name));
  }

  it('follows the template, and is one that git takes', () => {
    assert.equal(of('Pay', 'feature/{key}/{slug}'), 'feature/app-1/pay');
    assert.equal(of('', 'feature/{key}/{slug}'), 'feature/app-1');
    assert.equal(of('Pay', '--{key}..{slug}.lock'), 'app-1-pay');
    assert.equal(of('Pay', '{key}', '#12 a'), '#12-a');
  });

  it('needs the id in its template', () => {
    assert.deepEqual(['{key}', 'x/{key}-{slug}', '{slug}', 'a b{key}'].map(isBranchTemplate), [
      true,
      true,
      false,
      false,
    ]);
  });
});
