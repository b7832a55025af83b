import assert from 'node:assert/strict';
import { firstPlan } from '../../../../../src/core/formats/native/firstPlan';

describe('firstPlan', () => {
  it('makes the first milestone due on a working day', () => {
    const dueOf = (today: string) =>
      firstPlan('app', 'App', today)
        .map(({ text }) => /^due: (.*)$/m.exec(text)?.[1])
        .find(due => due !== undefined);
    assert.equal(dueOf('2026-11-20'), '2027-01-01');
    assert.equal(dueOf('2026-11-21'), '2027-01-04');
    assert.equal(dueOf('2026-11-22'), '2027-01-04');
  });
});
