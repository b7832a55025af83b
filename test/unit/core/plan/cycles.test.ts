import assert from 'node:assert/strict';
import { findCycles } from '../../../../src/core/plan/cycles';

const cycles = (graph: Readonly<Record<string, readonly string[]>>) =>
  findCycles(Object.keys(graph), node => graph[node] ?? []).map(group => group.sort().join(''));

describe('findCycles', () => {
  it('finds the groups that reach themselves', () => {
    assert.deepEqual(cycles({ a: ['b'], b: ['c'], c: [] }), []);
    assert.deepEqual(cycles({ a: ['a'] }), ['a']);
    assert.deepEqual(cycles({ a: ['b'], b: ['c', 'd'], c: ['b'], d: ['e'], e: ['d'] }).sort(), ['bc', 'de']);
    assert.deepEqual(cycles({ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['a'] }), ['abcd']);
  });

  it('does not run out of stack on a long chain', () => {
    const next = (node: string) => (node === '99999' ? ['0'] : [String(Number(node) + 1)]);
    assert.equal(findCycles(['0'], next)[0]?.length, 100_000);
  });
});
