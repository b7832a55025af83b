import assert from 'node:assert/strict';
import { firstPlan } from '../../../../../src/core/formats/native/firstPlan';

describe('firstPlan', () => {
  it('has the due date that somebody has given, and invents none', () => {
    const dueOf = (due?: string) =>
      firstPlan('app', 'App', due).flatMap(({ text }) => /^due: (.*)$/m.exec(text)?.[1] ?? []);
    assert.deepEqual(dueOf('2027-01-04'), ['2027-01-04']);
    assert.deepEqual(dueOf(), []);
  });
});
