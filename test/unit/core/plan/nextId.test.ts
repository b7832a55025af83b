import assert from 'node:assert/strict';
import { declaredIds, nextId } from '../../../../src/core/plan/nextId';

describe('the next id', () => {
  const sequential = (prefixes: readonly string[], ...taken: string[]): string =>
    nextId(prefixes, taken, 'sequential', () => assert.fail());

  it('is the number after the highest one, under today’s prefix or a former one', () => {
    assert.equal(sequential(['APP']), 'APP-1');
    assert.equal(sequential(['APP'], 'APP-9', 'app-010', 'APP-2', ''), 'APP-11');
    assert.equal(sequential(['APP', 'OLD'], 'APP-3', 'OLD-7', 'OTHER-99'), 'APP-8');
    assert.equal(sequential(['APP'], 'APP-4.12'), 'APP-5');
  });

  it('passes over what is no number', () => {
    assert.equal(sequential(['APP'], 'APP-3f9k', 'APP-2', `APP-${'9'.repeat(30)}`), 'APP-3');
  });

  it('is random where the plan says so, and never one that is taken', () => {
    const rolls = [0, 0, 0, 0, 0.5, 0.1, 0.99, 0.2];
    const id = nextId(['APP'], ['app-AAAA'], 'random', () => rolls.shift() ?? assert.fail());
    assert.match(id, /^APP-[a-z][a-z0-9]{3}$/);
    assert.notEqual(id.toUpperCase(), 'APP-AAAA');
    assert.equal(rolls.length, 0);
  });
});

describe('ids in lines of plan files and their diffs', () => {
  it('are those that a line gives to an item', () => {
    const lines = [
      'id: APP-1',
      "+id: 'APP-2'",
      '- [ ] APP-3 after:APP-90',
      '+  - [x] APP-3.1 Part',
      '+- [ ] [APP-4](../tasks/app-4.md)',
      '+ [/] APP-5: Five',
      '2. [ ] APP-6 Six',
    ];
    assert.deepEqual(declaredIds(lines.join('\n')), [
      'APP-1',
      'APP-2',
      'APP-3',
      'APP-3.1',
      'APP-4',
      'APP-5',
      'APP-6',
    ]);
  });

  it('are not those that it takes away or only mentions', () => {
    const lines = [
      '-id: APP-1',
      '-- [ ] APP-2 Two',
      'See APP-3',
      'milestone: APP-4',
      '- APP-5',
      '+++ b/APP-6',
    ];
    assert.deepEqual(declaredIds(lines.join('\n')), []);
  });
});
